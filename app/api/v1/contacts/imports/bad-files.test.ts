import { rmSync } from "node:fs";
import { afterAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { GET as listRefusals } from "../../jobs/[job_id]/refusals/route";
import { GET as getJob } from "../../jobs/[job_id]/route";
import { GET as downloadErrors } from "../../workspaces/[workspace_id]/jobs/[job_id]/errors/route";
import { countContacts, importNow, people, spooled, upload, uuidOf, work } from "./testing/import-kit";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-bad-files-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  process.env.PUSHPILOT_UPLOAD_BYTES_MAX = String(8 * 1024 * 1024);
  return folder;
});

describe("files that cannot be imported", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  const fresh = async () => {
    mine = await createScenario(database.sql);
  };

  it("gives back the refused rows as they were, with line, reason, column and value, and no formula in them", async () => {
    await fresh();
    const job = await importNow(mine, 'external_id,ad,email\ne-1,"=cmd()",bad\ne-2,ok,ok@example.com\n');
    const [, workspaceId] = /workspaces\/(\w+)\//.exec(String(job.error_file_url)) ?? [];
    const params = { workspace_id: String(workspaceId), job_id: String(job.id) };
    const file = await call(downloadErrors, mine.apiKey, { params });
    expect(file.text).toBe(
      "error_line,error_reason,error_column,error_value,error_text,external_id,ad,email\r\n2,invalid_email,email,bad,email: This is not an e-mail address.,e-1,'=cmd(),bad\r\n",
    );
  });

  it("keeps its own columns in their place whatever the width of a row, and takes the mended file again", async () => {
    await fresh();
    const errorsOf = async (job: Record<string, unknown>) => {
      const [, workspaceId] = /workspaces\/(\w+)\//.exec(String(job.error_file_url)) ?? [];
      const params = { workspace_id: String(workspaceId), job_id: String(job.id) };
      return (await call(downloadErrors, mine.apiKey, { params })).text;
    };
    const wide = await errorsOf(
      await importNow(mine, "external_id,email\nw-1,w1@example.com,more,cells\nw-2,bad\n"),
    );
    const lines = wide.split("\r\n");
    expect(lines[0]).toMatch(
      /error_line,error_reason,error_column,error_value,error_text,external_id,email$/,
    );
    expect(lines[1]).toMatch(/^2,wrong_columns,,,.*,w-1,w1@example.com,more,cells$/);
    expect(lines[2]).toMatch(/^3,invalid_email,email,bad,.*,w-2,bad$/);
    const again = await importNow(mine, wide.replace(",more,cells", ""));
    expect(again.result).toMatchObject({ created: 1, invalid: 1, ignored_columns: [] });
    expect((await errorsOf(again)).split("\r\n")[0]).toBe(lines[0]);
    const mended = await importNow(mine, (await errorsOf(again)).replace("w-2,bad", "w-2,w2@example.com"));
    expect(mended.result).toMatchObject({ created: 1, invalid: 0 });
  });

  it("tells everything that is wrong with a row, by count, row by row, and in the file in the language asked for", async () => {
    await fresh();
    const job = await importNow(
      mine,
      "external_id,email,telefon,doğum tarihi\ne-1,bad,12,31.02.2020\ne-2,worse,,\ne-3,ok@example.com,,\n",
    );
    expect(job.result).toMatchObject({
      invalid: 2,
      refusals: [
        { reason: "invalid_email", column: "email", count: 2 },
        { reason: "invalid_date", column: "doğum tarihi", count: 1 },
        { reason: "invalid_phone", column: "telefon", count: 1 },
      ],
    });
    const listed = await call(listRefusals, mine.apiKey, { params: { job_id: String(job.id) } });
    expect(listed.body.data).toEqual([
      {
        line: 2,
        problems: [
          { reason: "invalid_date", column: "doğum tarihi", value: "31.02.2020" },
          { reason: "invalid_email", column: "email", value: "bad" },
          { reason: "invalid_phone", column: "telefon", value: "12" },
        ],
        fields: ["e-1", "bad", "12", "31.02.2020"],
      },
      {
        line: 3,
        problems: [{ reason: "invalid_email", column: "email", value: "worse" }],
        fields: ["e-2", "worse", "", ""],
      },
    ]);
    const viewer = await signInMember(database.sql, mine, "viewer");
    expect((await call(listRefusals, viewer, { params: { job_id: String(job.id) } })).status).toBe(403);
    const [, workspaceId] = /workspaces\/(\w+)\//.exec(String(job.error_file_url)) ?? [];
    const params = { workspace_id: String(workspaceId), job_id: String(job.id) };
    const file = await call(downloadErrors, mine.apiKey, { params, query: { language: "tr" } });
    expect(file.text).toContain("invalid_date | invalid_email | invalid_phone");
    expect(file.text).toContain("email: Bu bir e-posta adresi değil.");
  });

  it("checks a file to the place where it breaks, names the line, and imports what comes before when told to", async () => {
    await fresh();
    const file = 'external_id,ad\nq-1,Ali\nq-2,Can\nq-3,"açık\n';
    const check = await importNow(mine, file, { dry_run: "true" });
    expect(check).toMatchObject({
      status: "completed",
      dry_run: true,
      result: { created: 2, flaw: { line: 4, problem: "quote_not_closed" } },
    });
    const accepted = await upload(mine, "", { from_job: String(check.id), dry_run: "false" });
    await work(mine, uuidOf(accepted.body.id));
    const job = await call(getJob, mine.apiKey, { params: { job_id: String(accepted.body.id) } });
    expect(job.body).toMatchObject({ status: "completed", dry_run: false, result: { created: 2 } });
    expect(await countContacts(mine)).toBe(2);
    expect(await importNow(mine, file)).toMatchObject({
      status: "failed",
      result: { failure: { reason: "malformed_csv", line: 4, problem: "quote_not_closed" } },
    });
  });

  it("leaves out nothing more than what the check has told of, however it is read the second time", async () => {
    await fresh();
    const long = Array.from({ length: 60 }, (_, n) => `${"x".repeat(20_000)},n-${n}\n`).join("");
    const file = `email;x,external_id\na@example.com;1,q-1\nb@example.com;"2,q-2\n${long}z,"q-4\n`;
    const check = await importNow(mine, file, { dry_run: "true", delimiter: "," });
    expect(check).toMatchObject({ result: { created: 62, flaw: { line: 64 } } });
    const mapping = '{"email":"email"}';
    const query = { from_job: String(check.id), dry_run: "false", delimiter: ";", mapping };
    const accepted = await upload(mine, "", query);
    await work(mine, uuidOf(accepted.body.id));
    const job = await call(getJob, mine.apiKey, { params: { job_id: String(accepted.body.id) } });
    expect(job.body).toMatchObject({ status: "failed", result: { failure: { line: 3 } } });
  });

  it.each([
    ["nothing", "", "empty_file"],
    ["only a heading", "external_id,email\n", "header_only"],
    ["a workbook", "PK\u0003\u0004rest", "not_csv"],
    ["bytes that are no text", "external_id\u0000,x\n1,2\n", "not_csv"],
    ["no column that names anybody", "ad,soyad\nAli,Can\n", "no_identity_column"],
    [
      "more columns than a contact has fields",
      `${Array.from({ length: 501 }, (_, n) => `c${n}`).join()}\n1\n`,
      "too_many_columns",
    ],
    ["one endless line", `external_id\n${"x".repeat(2 * 1024 * 1024)}`, "malformed_csv"],
    ["a quotation mark that never closes", 'external_id,ad\nq-1,"açık\nq-2,x\n', "malformed_csv"],
  ])("refuses %s with the reason and keeps no file", async (_, text, reason) => {
    await fresh();
    const refused = await upload(mine, text as string);
    expect(refused).toMatchObject({ status: 422, body: { reason } });
    expect(spooled(mine)).toEqual([]);
  });

  it.each([
    ["attributes", '{"a":"\\u0000"}', "invalid_text"],
    ["attributes", '{"\\u0000":"a"}', "invalid_text"],
    ["attributes", '{"a":"\\ud800"}', "invalid_text"],
    ["attributes", '{"a":{"b":[1,{"c":2}]}}', "invalid_attributes"],
    ["attributes", '{"a":["b"]}', "invalid_attributes"],
    ["attributes", '{"a":1e999}', "invalid_attributes"],
    ["attributes", `{"${"a".repeat(101)}":1}`, "invalid_attributes"],
    ["tags", '["\\u0000"]', "invalid_text"],
    ["tags", '["a\\u001fb"]', "invalid_text"],
    ["tags", "a\tb", "invalid_text"],
    ["tags", '[{"a":1}]', "invalid_text"],
    [
      "consents",
      '[{"channel":"email","category":"marketing","status":"granted","source":"\\u0000"}]',
      "invalid_text",
    ],
  ])(
    "refuses the row of a spoiled cell by its line and imports the others: %s %s",
    async (target, cell, reason) => {
      await fresh();
      const quoted = `"${cell.replaceAll('"', '""')}"`;
      const job = await importNow(mine, `external_id,${target}\nl-1,\nl-2,${quoted}\nl-3,\n`);
      expect(job).toMatchObject({ status: "completed", result: { created: 2, invalid: 1 } });
      const [, workspaceId] = /workspaces\/(\w+)\//.exec(String(job.error_file_url)) ?? [];
      const params = { workspace_id: String(workspaceId), job_id: String(job.id) };
      const file = await call(downloadErrors, mine.apiKey, { params });
      expect(file.text).toContain(`\r\n3,${reason},${target},`);
    },
  );

  it("cuts names and headings between characters, so that no half of one spoils its row", async () => {
    await fresh();
    const name = `${"a".repeat(199)}😀`;
    const heading = `${"h".repeat(99)}😀`;
    const job = await importNow(mine, `external_id,full_name,${heading}\nc-1,${name} ${name},1\n`, {
      unknown_columns: "attributes",
    });
    expect(job).toMatchObject({ status: "completed", result: { created: 1, invalid: 0 } });
  });

  it("keeps the good batches before the place where a file breaks, and says so truthfully", async () => {
    await fresh();
    const job = await importNow(
      mine,
      `${people(6_000)}p-x,"never closed,x@example.com\np-y,y,y@example.com\n`,
    );
    expect(job).toMatchObject({
      status: "failed",
      done: 6_000,
      result: { created: 6_000, failure: { reason: "malformed_csv" } },
    });
    expect(String(job.error_detail)).toContain("near line 6002");
    expect(await countContacts(mine)).toBe(6_000);
  });

  it("says of an endless line that it is too long, and blames no quotation mark", async () => {
    await fresh();
    const refused = await upload(mine, `external_id\n${"x".repeat(2 * 1024 * 1024)}`);
    expect(refused.body).toMatchObject({ reason: "malformed_csv", problem: "row_too_long", line: 2 });
    expect(refused.body.detail).toBe(
      "Line 2 is longer than 1 MiB, more than a row may be. Shorten it and send the file again.",
    );
  });

  it.each(["application/json", "application/x-www-form-urlencoded", "image/png"])(
    "refuses a body of the type %s and names those it takes",
    async (type) => {
      await fresh();
      const headers = { "content-type": `${type}; charset=utf-8` };
      const refused = await upload(mine, '{"external_id":"a"}', {}, headers);
      expect(refused).toMatchObject({
        status: 415,
        body: { code: "unsupported_media_type", accepted: ["text/csv", "multipart/form-data"] },
      });
      expect(refused.body.detail).toContain("text/csv or multipart/form-data");
      expect(spooled(mine)).toEqual([]);
    },
  );

  it("refuses a body over the limit, declared or not, and keeps nothing of it", async () => {
    await fresh();
    const declared = await upload(
      mine,
      "x",
      {},
      { "content-type": "text/csv", "content-length": "300000000" },
    );
    expect(declared).toMatchObject({ status: 413, body: { code: "payload_too_large" } });
    const chunk = Buffer.from(people(5_000));
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    const refused = await upload(mine, endless);
    expect(refused.status).toBe(413);
    expect(spooled(mine)).toEqual([]);
  });

  it("keeps nothing of an upload that breaks off", async () => {
    await fresh();
    let sent = 0;
    const broken = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        if (sent > 3) controller.error(new Error("connection reset"));
        else controller.enqueue(Buffer.from(people(100)));
      },
    });
    const refused = await upload(mine, broken);
    expect(refused).toMatchObject({ status: 400, body: { reason: "upload_incomplete" } });
    const short = await upload(
      mine,
      people(10),
      {},
      { "content-type": "text/csv", "content-length": "99999" },
    );
    expect(short).toMatchObject({ status: 400, body: { reason: "upload_incomplete" } });
    expect(spooled(mine)).toEqual([]);
  });
});
