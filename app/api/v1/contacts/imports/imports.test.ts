import { rmSync } from "node:fs";
import { afterAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { GET as getJob } from "../../jobs/[job_id]/route";
import { GET as listContacts, POST as upsertContact } from "../route";
import { countContacts, importNow, people, upload, uuidOf, work } from "./testing/import-kit";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-imports-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  process.env.PUSHPILOT_UPLOAD_BYTES_MAX = String(8 * 1024 * 1024);
  return folder;
});

describe("importing contacts", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  const fresh = async () => {
    mine = await createScenario(database.sql);
  };

  it("reads the semicolons and Windows-1254 letters of a Turkish workbook and knows its headings", async () => {
    await fresh();
    const text =
      "Müşteri No;Adı;Soyadı;E-Posta;Cep Telefonu;Ülke;Şehir;Doğum Tarihi;Dil\r\nm-1;Işıl;Çağlar;isil@firma.com.tr;0532 123 45 67;Türkiye;İstanbul;05.03.1990;Türkçe\r\n";
    const table: Record<string, number> = {
      ğ: 0xf0,
      ş: 0xfe,
      ı: 0xfd,
      İ: 0xdd,
      ç: 0xe7,
      Ç: 0xc7,
      ü: 0xfc,
      Ü: 0xdc,
      ö: 0xf6,
      Ş: 0xde,
    };
    const bytes = Uint8Array.from([...text].map((letter) => table[letter] ?? letter.charCodeAt(0)));
    const job = await importNow(mine, bytes);
    expect(job).toMatchObject({ status: "completed", done: 1, failed: 0, total: 1, result: { created: 1 } });
    const found = await call(listContacts, mine.apiKey, { query: { q: "isil" } });
    expect(found.body.data).toMatchObject([
      {
        external_id: "m-1",
        first_name: "Işıl",
        last_name: "Çağlar",
        country: "TR",
        city: "İstanbul",
        birth_date: "1990-03-05",
        locale: "tr",
        subscriptions: [{ address: "isil@firma.com.tr" }, { address: "+905321234567" }],
      },
    ]);
  });

  it.each([
    ["tabs", "external_id\tfirst_name\nt-1\tZoë\n", {}],
    ["bars", "external_id|first_name\nt-1|Zoë\n", {}],
    ["a UTF-8 mark", "\ufeffexternal_id,first_name\nt-1,Zoë\n", {}],
    ["quotes around separators and line breaks", 'external_id,first_name\n"t-1","Zoë"\n', {}],
    [
      "a heading named by hand",
      "kod;isim\nt-1;Zoë\n",
      { mapping: '{"kod":"external_id","isim":"first_name"}' },
    ],
  ])("reads a file with %s", async (_, text, query) => {
    await fresh();
    await importNow(mine, text as string, query as Record<string, string>);
    const found = await call(listContacts, mine.apiKey, {});
    expect(found.body.data).toMatchObject([{ external_id: "t-1", first_name: "Zoë" }]);
  });

  it("reads UTF-16 as Excel writes it", async () => {
    await fresh();
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from("external_id\tfirst_name\r\nx-1\tİnci\r\n", "utf16le"),
    ]);
    await importNow(mine, bytes);
    const found = await call(listContacts, mine.apiKey, {});
    expect(found.body.data).toMatchObject([{ external_id: "x-1", first_name: "İnci" }]);
  });

  it("takes the file and the choices from a form", async () => {
    await fresh();
    const form = new FormData();
    form.set("tags", "vip, bahar");
    form.set("file", new Blob(["external_id;plan\nf-1;pro\n"]), "müşteriler.csv");
    form.set("unknown_columns", "attributes");
    const accepted = await upload(mine, form, {}, {});
    expect(accepted).toMatchObject({ status: 202, body: { title: "müşteriler.csv", total: 1 } });
    expect(accepted.headers.get("location")).toBe(`/api/v1/jobs/${accepted.body.id}`);
    await work(mine, uuidOf(accepted.body.id));
    const found = await call(listContacts, mine.apiKey, {});
    expect(found.body.data).toMatchObject([{ tags: ["vip", "bahar"], attributes: { plan: "pro" } }]);
  });

  it("counts each row once: new, updated, unchanged, repeated, refused", async () => {
    await fresh();
    await importNow(mine, "external_id,first_name\nc-1,Ali\nc-2,Can\n");
    const job = await importNow(
      mine,
      "external_id,first_name,email\nc-1,Ali,\nc-2,Canan,\nc-3,Yeni,yeni@example.com\nc-3,Yine,\n,Kimsesiz,\nc-4,Bozuk,not-an-address\nc-5,Eksik\n",
    );
    expect(job.result).toEqual({
      rows: 7,
      consent_columns: [],
      ignored_columns: [],
      created: 1,
      updated: 1,
      unchanged: 1,
      skipped: 0,
      duplicates: 1,
      invalid: 3,
      moved: 0,
      repeats: [{ line: 5, of: 4, by: "external_id", applied: true }],
      moves: [],
      refusals: [
        { reason: "nobody", column: "", count: 1 },
        { reason: "invalid_email", column: "email", count: 1 },
        { reason: "wrong_columns", column: "", count: 1 },
      ],
    });
    expect(job).toMatchObject({ done: 4, failed: 3, total: 7 });
    const found = await call(listContacts, mine.apiKey, { query: { external_id: "c-3" } });
    expect(found.body.data).toMatchObject([{ first_name: "Yine" }]);
  });

  it("names the rows that repeat a person, and says whether their values were applied", async () => {
    await fresh();
    const file =
      "external_id,email\nr-1,a@example.com\nr-2,\nr-1,b@example.com\n,c@example.com\n,c@example.com\n";
    const repeats = [
      { line: 4, of: 2, by: "external_id" },
      { line: 6, of: 5, by: "address" },
    ];
    const dryRun = await importNow(mine, file, { dry_run: "true" });
    const applied = repeats.map((repeat) => ({ ...repeat, applied: true }));
    expect(dryRun.result).toMatchObject({ duplicates: 2, repeats: applied });
    expect((await importNow(mine, file)).result).toMatchObject({ duplicates: 2, repeats: applied });
    const left = await importNow(mine, file, { on_existing: "skip" });
    expect(left.result).toMatchObject({
      duplicates: 2,
      repeats: repeats.map((repeat) => ({ ...repeat, applied: false })),
    });
  });

  it("foresees in a dry run exactly what the import then does, from the same file", async () => {
    await fresh();
    await importNow(mine, "external_id,first_name\nd-1,Ali\n");
    const file = "external_id,first_name,email\nd-1,Veli,\nd-2,Yeni,\nd-2,Yeni,\nd-3,x,bad\n";
    const dryRun = await importNow(mine, file, { dry_run: "true" });
    expect(await countContacts(mine)).toBe(1);
    const accepted = await upload(mine, "", { from_job: String(dryRun.id), dry_run: "false" });
    await work(mine, uuidOf(accepted.body.id));
    const real = await call(getJob, mine.apiKey, { params: { job_id: String(accepted.body.id) } });
    expect(real.body).toMatchObject({ status: "completed", result: dryRun.result as object });
    expect(await countContacts(mine)).toBe(2);
  });

  it("tells the planner what a first batch has brought when nobody had looked at the tables yet", async () => {
    await fresh();
    await importNow(mine, people(4_000));
    const tables = await mine.scope.sql<{ rows: number }>`
      select reltuples::int as rows from pg_class where relname in ('contacts', 'subscriptions')`;
    for (const { rows } of tables) expect(rows).toBeGreaterThanOrEqual(3_000);
  });

  it("replaces an address by the one a row gives for the same external id, the last row's above all", async () => {
    await fresh();
    await importNow(
      mine,
      "external_id,email,phone\na-1,old@example.com,05321234567\na-2,first@example.com,\na-2,last@example.com,\n",
    );
    const job = await importNow(
      mine,
      "external_id,email\na-1,new@example.com\na-2,interim@example.com\na-2,final@example.com\n",
    );
    expect(job.result).toMatchObject({ updated: 2, unchanged: 0, duplicates: 1 });
    const found = await call(listContacts, mine.apiKey, { query: { sort: "created_at" } });
    expect(found.body.data).toMatchObject([
      {
        email: "new@example.com",
        phone: "+905321234567",
        subscriptions: [{ address: "+905321234567" }, { address: "new@example.com" }],
      },
      { email: "final@example.com", subscriptions: [{ address: "final@example.com" }] },
    ]);
  });

  it("leaves existing contacts alone when told to skip them", async () => {
    await fresh();
    await importNow(mine, "external_id,first_name,email\ns-1,Ali,ali@example.com\n");
    const job = await importNow(
      mine,
      "external_id,first_name,email\ns-1,Veli,veli@example.com\ns-2,Can,ali@example.com\n",
      { on_existing: "skip" },
    );
    expect(job.result).toMatchObject({ created: 1, skipped: 1, updated: 0 });
    const found = await call(listContacts, mine.apiKey, { query: { external_id: "s-1" } });
    expect(found.body.data).toMatchObject([
      { first_name: "Ali", subscriptions: [{ address: "ali@example.com" }] },
    ]);
  });

  it("that skips leaves an address to the first row that names it, and otherwise gives it to the last", async () => {
    const file = "external_id,email\nh-1,held@example.com\nh-2,held@example.com\n";
    for (const [on_existing, holder] of [
      ["skip", "h-1"],
      ["update", "h-2"],
    ] as const) {
      await fresh();
      await importNow(mine, file, { on_existing });
      const found = await call(listContacts, mine.apiKey, { query: { email: "held@example.com" } });
      expect(found.body.data, on_existing).toMatchObject([{ external_id: holder }]);
    }
  });

  it("records an attested consent and never overrules somebody who said no", async () => {
    await fresh();
    await call(upsertContact, mine.apiKey, {
      body: {
        external_id: "n-1",
        email: "no@example.com",
        consents: [{ channel: "email", status: "denied", source: "link" }],
      },
    });
    const consent = '{"channels":["email"],"status":"granted","source":"Mağaza formu 2026"}';
    await importNow(mine, "external_id,email\nn-1,no@example.com\nn-2,yes@example.com\n", { consent });
    const rows = await mine.scope.sql`
      select c.external_id, k.status, k.source from consents k join contacts c on c.workspace_id = k.workspace_id and c.id = k.contact_id
      where k.workspace_id = ${mine.workspaceId} order by 1`;
    expect(rows).toEqual([
      { externalId: "n-1", status: "denied", source: "link" },
      { externalId: "n-2", status: "granted", source: "Mağaza formu 2026" },
    ]);
  });
});
