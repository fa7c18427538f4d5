import { rmSync } from "node:fs";
import { afterAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { GET as downloadErrors } from "../../workspaces/[workspace_id]/jobs/[job_id]/errors/route";
import { countContacts, importNow, people, spooled, upload } from "./testing/import-kit";

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
      "external_id,ad,email,error_line,error_reason,error_column,error_value\r\ne-1,'=cmd(),bad,2,invalid_email,email,bad\r\n",
    );
  });

  it.each([
    ["nothing", "", "empty_file"],
    ["only a heading", "external_id,email\n", "header_only"],
    ["a workbook", "PK\u0003\u0004rest", "not_csv"],
    ["bytes that are no text", "external_id\u0000,x\n1,2\n", "not_csv"],
    ["no column that names anybody", "ad,soyad\nAli,Can\n", "no_identity_column"],
    ["one endless line", `external_id\n${"x".repeat(2 * 1024 * 1024)}`, "malformed_csv"],
    ["a quotation mark that never closes", 'external_id,ad\nq-1,"açık\nq-2,x\n', "malformed_csv"],
  ])("refuses %s with the reason and keeps no file", async (_, text, reason) => {
    await fresh();
    const refused = await upload(mine, text as string);
    expect(refused).toMatchObject({ status: 422, body: { reason } });
    expect(spooled(mine)).toEqual([]);
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
