import { rmSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { GET as downloadErrors } from "../../workspaces/[workspace_id]/jobs/[job_id]/errors/route";
import { GET as downloadFile } from "../../workspaces/[workspace_id]/jobs/[job_id]/file/route";
import { POST as exportContacts } from "../exports/route";
import { GET as listContacts, POST as upsertContact } from "../route";
import { importNow, upload, uuidOf, work } from "./testing/import-kit";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-import-consents-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  return folder;
});

describe("consents in files", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  type Said = { who: string; channel: string; category: string; status: string; source: string; at: string };

  const consentsIn = (scenario: Scenario) => scenario.scope.sql<Said>`
    select c.external_id as who, k.channel, k.category, k.status, k.source,
      to_char(k.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as at
    from consents k join contacts c on c.workspace_id = k.workspace_id and c.id = k.contact_id
    where k.workspace_id = ${scenario.workspaceId} order by 1, 2, 3`;
  const statusesIn = async () =>
    (await consentsIn(mine)).map(({ who, channel, status }) => `${who} ${channel} ${status}`);
  const fileOf = async (handler: typeof downloadFile, url: unknown, jobId: unknown) => {
    const [, workspaceId = ""] = /workspaces\/(\w+)\//.exec(String(url)) ?? [];
    const params = { workspace_id: workspaceId, job_id: String(jobId) };
    return (await call(handler, mine.apiKey, { params })).text;
  };

  it("are read from the words of both languages, and an empty cell says nothing", async () => {
    const granted = ["yes", "Evet", "TRUE", "1", "granted", "E", "ONAY", "Onaylı", "KABUL", "Var", "X"];
    const denied = ["no", "HAYIR", "false", "0", "denied", "h", "RET", "Red", "ONAYSIZ", "yok", "Hayır"];
    const words = [...granted, ...denied, ""];
    const rows = words.map((word, n) => `w-${String(n).padStart(2, "0")},${word}`).join("\n");
    await importNow(mine, `external_id,SMS izni\n${rows}\n`);
    expect(await statusesIn()).toEqual(
      [...granted, ...denied].map(
        (word, n) => `w-${String(n).padStart(2, "0")} sms ${granted.includes(word) ? "granted" : "denied"}`,
      ),
    );
  });

  it("are taken from a column that names no channel for those whose addresses are there, and the job says so", async () => {
    const job = await importNow(
      mine,
      "external_id;E-posta;Telefon;İzin;Not;Not\nk-1;k1@example.com;05321234567;Hayır;a;b\nk-2;k2@example.com;;Evet;;\n",
    );
    expect(job.result).toMatchObject({
      created: 2,
      consent_columns: [{ column: "İzin", fills: "consents.email,sms.marketing" }],
      ignored_columns: [
        { column: "Not", position: 5, reason: "unknown_heading" },
        { column: "Not", position: 6, reason: "duplicate_heading" },
      ],
    });
    expect(await statusesIn()).toEqual([
      "k-1 email denied",
      "k-1 sms denied",
      "k-2 email granted",
      "k-2 sms granted",
    ]);
  });

  it("come from one column at most for each channel", async () => {
    const mapping =
      '{"external_id":"external_id","a":"consents.email,sms.marketing","b":"consents.sms.marketing"}';
    expect(await upload(mine, "external_id,a,b\nz-1,no,no\n", { mapping })).toMatchObject({
      status: 422,
      body: { reason: "repeated_target", target: "consents.sms.marketing" },
    });
  });

  it("are dated as Turkish workbooks write it, on the clocks of the workspace", async () => {
    const dates = [
      "07.01.2025 14:31",
      "07.01.2025 14:31:22",
      "07.01.25",
      "2025-01-07 14:31:00",
      "7/1/2025 9:05",
    ];
    const rows = dates.map((date, n) => `d-${n},evet,${date}`).join("\n");
    await mine.scope.sql`update workspaces set time_zone = 'Europe/Istanbul' where id = ${mine.workspaceId}`;
    const job = await importNow(
      mine,
      `external_id,sms izni,izin tarihi\n${rows}\nd-5,evet,07.01.2025 25:00\n`,
    );
    expect(job.result).toMatchObject({ refusals: [{ reason: "invalid_date", count: 1 }] });
    expect((await consentsIn(mine)).map(({ at }) => at)).toEqual([
      "2025-01-07T11:31:00.000",
      "2025-01-07T11:31:22.000",
      "2025-01-06T21:00:00.000",
      "2025-01-07T11:31:00.000",
      "2025-01-07T06:05:00.000",
    ]);
  });

  it("keep the date and the source of their row", async () => {
    const mapping = JSON.stringify({
      no: "external_id",
      mail: "consents.email.marketing",
      fatura: "consents.email.transactional",
      tarih: "consent_date",
      kaynak: "consent_source",
    });
    await mine.scope.sql`update workspaces set time_zone = 'UTC' where id = ${mine.workspaceId}`;
    await importNow(
      mine,
      "no,mail,fatura,tarih,kaynak\nd-1,evet,hayır,05.03.2024,Mağaza formu\nd-2,evet,,2024-03-05T10:00:00+03:00,\n",
      { mapping },
    );
    expect(await consentsIn(mine)).toEqual([
      {
        who: "d-1",
        channel: "email",
        category: "marketing",
        status: "granted",
        source: "Mağaza formu",
        at: "2024-03-05T00:00:00.000",
      },
      {
        who: "d-1",
        channel: "email",
        category: "transactional",
        status: "denied",
        source: "Mağaza formu",
        at: "2024-03-05T00:00:00.000",
      },
      {
        who: "d-2",
        channel: "email",
        category: "marketing",
        status: "granted",
        source: "import",
        at: "2024-03-05T07:00:00.000",
      },
    ]);
  });

  it("refuse a row that says neither yes nor no, or in the future, naming the value", async () => {
    const job = await importNow(
      mine,
      "external_id,consents.sms.marketing,consent_date\nb-1,maybe,\nb-2,yes,2199-01-01\nb-3,yes,\nb-4,constructor,\n",
    );
    expect(job).toMatchObject({ done: 1, failed: 3 });
    const errors = await fileOf(downloadErrors, job.error_file_url, job.id);
    expect(errors.split("\r\n").slice(1, 3)).toEqual([
      expect.stringMatching(/^2,invalid_consent,consents.sms.marketing,maybe,.*,b-1,maybe,$/),
      expect.stringMatching(/^3,invalid_date,consent_date,2199-01-01,.*,b-2,yes,2199-01-01$/),
    ]);
    expect(await statusesIn()).toEqual(["b-3 sms granted"]);
  });

  it("are told with each contact of the list", async () => {
    await importNow(mine, "external_id,consents.sms.marketing\nl-1,RET\nl-2,\n");
    const { body } = await call(listContacts, mine.apiKey, { query: { sort: "created_at" } });
    expect(body.data).toMatchObject([
      { external_id: "l-1", consents: [{ channel: "sms", category: "marketing", status: "denied" }] },
      { external_id: "l-2", consents: [] },
    ]);
  });

  it("overrule a no that we know of only with a yes of a later date", async () => {
    const consents = [
      { channel: "sms", status: "denied", source: "link", occurred_at: "2025-06-01T00:00:00.000Z" },
    ];
    for (const external_id of ["o-1", "o-2", "o-3"])
      await call(upsertContact, mine.apiKey, { body: { external_id, consents } });
    await importNow(
      mine,
      "external_id,consents.sms.marketing,consent_date\no-1,yes,\no-2,yes,2025-05-31\no-3,yes,2025-06-02\no-4,yes,2025-06-02\n",
    );
    await importNow(mine, "external_id,consents.sms.marketing\no-4,no\n");
    expect(await statusesIn()).toEqual([
      "o-1 sms denied",
      "o-2 sms denied",
      "o-3 sms granted",
      "o-4 sms denied",
    ]);
  });

  it("outweigh what is attested for the whole file, and a later row outweighs an earlier one", async () => {
    const consent = '{"channels":["sms","email"],"status":"granted","source":"form"}';
    const job = await importNow(
      mine,
      "external_id,email,phone,consents.sms.marketing\nt-1,t1@example.com,05321234567,no\nt-2,,,yes\nt-2,,,no\n",
      { consent },
    );
    expect(job.result).toMatchObject({ created: 2, duplicates: 1 });
    expect(await statusesIn()).toEqual(["t-1 email granted", "t-1 sms denied", "t-2 sms denied"]);
  });

  it("weigh alike in one batch and in several: a yes without a date never outweighs a no, the latest date wins", async () => {
    await importNow(
      mine,
      "external_id,consents.sms.marketing,consent_date\nw-1,no,\nw-1,yes,\nw-2,yes,2025-06-02\nw-2,no,2025-06-01\n",
    );
    expect(await statusesIn()).toEqual(["w-1 sms denied", "w-2 sms granted"]);
  });

  it("come back from an export as they were, and importing them again changes nothing", async () => {
    const body = {
      external_id: "x-1",
      consents: [
        {
          channel: "email",
          status: "granted",
          source: 'Form "A", şube; 2',
          occurred_at: "2024-01-02T03:04:05.678Z",
        },
        {
          channel: "sms",
          category: "transactional",
          status: "denied",
          occurred_at: "2024-01-02T03:04:05.000Z",
        },
      ],
    };
    await call(upsertContact, mine.apiKey, { body });
    await call(upsertContact, mine.apiKey, { body: { external_id: "x-2" } });
    const before = await consentsIn(mine);
    const exported = async (columns: string[] | undefined) => {
      const accepted = await call(exportContacts, mine.apiKey, { body: { filter: {}, columns } });
      await work(mine, uuidOf(accepted.body.id));
      return fileOf(
        downloadFile,
        `workspaces/wsp_${mine.workspaceId.replaceAll("-", "")}/`,
        accepted.body.id,
      );
    };
    const all = await exported(undefined);
    const other = await createScenario(database.sql);
    await importNow(other, all);
    expect(await consentsIn(other)).toEqual(before);
    for (const dry_run of ["true", "false"])
      expect((await importNow(other, all, { dry_run })).result).toMatchObject({ updated: 0, unchanged: 2 });
    const columns = ["external_id", "consents.email.marketing", "consents.sms.transactional"];
    expect(await exported(columns)).toBe(`${columns.join(",")}\nx-1,granted,denied\nx-2,,\n`);
  });
});
