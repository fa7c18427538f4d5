import { rmSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { countMatching } from "@/db/queries/audience/count-audience";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import type { AudienceCondition } from "@/lib/domain/audience/audience-filter";
import { call } from "@/lib/platform/testing/call";
import { GET as getJob } from "../../jobs/[job_id]/route";
import { GET as listContacts, POST as upsertContact } from "../route";
import { importNow, upload, uuidOf, work } from "./testing/import-kit";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-columns-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  return folder;
});

describe("columns of a file", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const listed = async () =>
    (await call(listContacts, mine.apiKey, { query: { sort: "created_at" } })).body.data as Record<
      string,
      unknown
    >[];
  const attributes = async () => (await listed()).map((contact) => contact.attributes);

  describe("that fill attributes", () => {
    const asText = { unknown_columns: "attributes" };
    const file =
      "external_id;Harcama;Üye oldu;VIP;Kod\na;27.528,18;08.10.2026;Evet;007\nb;1.250;01.02.2025 14:30;Hayır;12\n";

    it("get the type that their cells have in common, so that audiences match them", async () => {
      await importNow(mine, file, asText);
      expect(await attributes()).toEqual([
        { Harcama: 27_528.18, "Üye oldu": "2026-10-08", VIP: true, Kod: "007" },
        { Harcama: 1_250, "Üye oldu": "2025-02-01T14:30:00", VIP: false, Kod: "12" },
      ]);
      const matches: [AudienceCondition, number][] = [
        [{ field: "attributes.Harcama", operator: "gt", value: 10_000 }, 1],
        [{ field: "attributes.Harcama", operator: "lte", value: 27_528.18 }, 2],
        [{ field: "attributes.VIP", operator: "equals", value: true }, 1],
        [{ field: "attributes.VIP", operator: "equals", value: "Evet" }, 1],
        [{ field: "attributes.VIP", operator: "not_equals", value: "HAYIR" }, 1],
        [{ field: "attributes.Üye oldu", operator: "before", value: "2026-01-01" }, 1],
        [{ field: "attributes.Üye oldu", operator: "after", value: "2026-10-07" }, 1],
        [{ field: "attributes.Kod", operator: "equals", value: "007" }, 1],
        [{ field: "attributes.Kod", operator: "after", value: "2000-01-01" }, 0],
      ];
      for (const [condition, count] of matches)
        expect(await countMatching(mine.scope, condition), JSON.stringify(condition)).toBe(count);
    });

    it("keep a cell as text where the type was only guessed, and refuse its row where it was chosen", async () => {
      const rows = `external_id,puan,gün,evet mi\n${Array.from({ length: 1_100 }, (_, n) => `r-${n},${n},2025-01-02,evet\n`).join("")}last,yok,dün,belki\n`;
      await importNow(mine, rows, asText);
      const { body } = await call(listContacts, mine.apiKey, { query: { external_id: "last" } });
      expect(body.data).toMatchObject([{ attributes: { puan: "yok", gün: "dün", "evet mi": "belki" } }]);
      const chosen = await importNow(mine, rows, {
        ...asText,
        attribute_types: '{"puan":"number","gün":"date","evet mi":"boolean"}',
      });
      expect(chosen.result).toMatchObject({
        invalid: 1,
        refusals: [
          { reason: "invalid_number", column: "puan", count: 1 },
          { reason: "invalid_date", column: "gün", count: 1 },
          { reason: "invalid_boolean", column: "evet mi", count: 1 },
        ],
      });
    });

    it("are read as chosen, in the import that follows a check as well", async () => {
      const query = { ...asText, attribute_types: '{"Harcama":"text","VIP":"text"}', dry_run: "true" };
      const check = await importNow(mine, file, query);
      const accepted = await upload(mine, "", { from_job: String(check.id), dry_run: "false" });
      await work(mine, uuidOf(accepted.body.id));
      expect(await attributes()).toMatchObject([
        { Harcama: "27.528,18", VIP: "Evet" },
        { Harcama: "1.250", VIP: "Hayır" },
      ]);
    });

    it("of an export have a decimal point, whatever separates them", async () => {
      await importNow(mine, "external_id;attributes.oran;oran\na;1.125;1.125\n", {
        mapping:
          '{"external_id":"external_id","attributes.oran":"attributes.oran","oran":"attributes.binde"}',
      });
      expect(await attributes()).toEqual([{ oran: 1.125, binde: 1_125 }]);
    });

    it("are the only ones that take a type", async () => {
      const refused = await upload(mine, file, { ...asText, attribute_types: '{"external_id":"number"}' });
      expect(refused).toMatchObject({
        status: 400,
        body: { reason: "unknown_column", errors: [{ pointer: "attribute_types.external_id" }] },
      });
    });
  });

  it("of one heading are used once, in the import that follows a check as well, and the job says so", async () => {
    const ignored_columns = [
      { column: "Ad", position: 3, reason: "duplicate_heading" },
      { column: "Renk", position: 4, reason: "unknown_heading" },
    ];
    const check = await importNow(mine, "external_id,Ad,Ad,Renk\na,Ali,Veli,mor\n", { dry_run: "true" });
    expect(check.result).toMatchObject({ created: 1, ignored_columns });
    const accepted = await upload(mine, "", { from_job: String(check.id), dry_run: "false" });
    await work(mine, uuidOf(accepted.body.id));
    const job = await call(getJob, mine.apiKey, { params: { job_id: String(accepted.body.id) } });
    expect(job.body.result).toMatchObject({ created: 1, ignored_columns });
    expect(await listed()).toMatchObject([{ first_name: "Ali" }]);
  });

  describe("that hold addresses", () => {
    const addressesOf = (contact: Record<string, unknown> | undefined) =>
      ((contact?.subscriptions ?? []) as { channel: string; address: string }[]).map(
        ({ channel, address }) => `${channel} ${address}`,
      );

    it("bring WhatsApp numbers, Telegram chats and device tokens", async () => {
      await importNow(
        mine,
        "external_id,whatsapp,telegram chat id,fcm token\na,0532 123 45 67,-1001234567890,token-a\n",
      );
      const [contact] = await listed();
      expect(addressesOf(contact).sort()).toEqual([
        "app_push token-a",
        "telegram -1001234567890",
        "whatsapp +905321234567",
      ]);
    });

    it("can say that a phone is on WhatsApp too, unless the row brings another number", async () => {
      await importNow(mine, "external_id,phone,whatsapp\na,05321234567,\nb,05321234568,05321234569\n", {
        phone_on_whatsapp: "true",
      });
      const [first, second] = await listed();
      expect(addressesOf(first).sort()).toEqual(["sms +905321234567", "whatsapp +905321234567"]);
      expect(addressesOf(second).sort()).toEqual(["sms +905321234568", "whatsapp +905321234569"]);
    });

    it("name a person when nothing else does, and leave it to an e-mail or a phone when one is there", async () => {
      await call(upsertContact, mine.apiKey, { body: { external_id: "known", email: "known@example.com" } });
      const job = await importNow(
        mine,
        "email,whatsapp\nknown@example.com,05321234567\n,05321234568\n,05321234567\n",
      );
      expect(job.result).toMatchObject({ created: 1, updated: 1, duplicates: 1, moved: 0 });
      expect(addressesOf((await listed())[0]).sort()).toEqual([
        "email known@example.com",
        "whatsapp +905321234567",
      ]);
    });

    it("refuse what cannot be one, by the column", async () => {
      const job = await importNow(mine, "external_id,whatsapp,telegram\na,123,@ali\n");
      expect(job.result).toMatchObject({
        refusals: [
          { reason: "invalid_address", column: "telegram" },
          { reason: "invalid_phone", column: "whatsapp" },
        ],
      });
    });
  });
});
