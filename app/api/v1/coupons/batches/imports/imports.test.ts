import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as errors } from "@/app/api/v1/workspaces/[workspace_id]/jobs/[job_id]/errors/route";
import { useTestDatabase } from "@/db/testing/database";
import { insertOffer } from "@/db/testing/offer";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { workOfJob } from "@/inngest/functions/jobs/run-job";
import { toUuid, toWireId } from "@/lib/contracts/wire/ids";
import { openCodeFile } from "@/lib/domain/coupons/batches/open-code-file";
import { runJobSlice } from "@/lib/domain/jobs/run-job-slice";
import { call } from "@/lib/platform/testing/call";
import { POST as commit } from "./[job_id]/commit/route";
import { POST as check } from "./route";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-codes-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  return folder;
});

describe("importing codes that exist already elsewhere", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let offer: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    offer = toWireId("offer", await insertOffer(mine));
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const finish = async (wireJobId: unknown) => {
    const jobId = toUuid(String(wireJobId).slice(4));
    while ((await runJobSlice(mine.ctx, jobId, workOfJob, { sliceMillis: 0 })) !== "ended");
    const [job] = await mine.scope.sql<{ status: string; result: Record<string, number> }>`
      select status, result from jobs where workspace_id = ${mine.workspaceId} and id = ${jobId}`;
    return job;
  };
  const checked = async (file: string) => {
    const { status, body, text } = await call(check, mine.apiKey, {
      body: file,
      headers: { "content-type": "text/csv" },
    });
    expect(status, text).toBe(202);
    return { job_id: String(body.id), ...(await finish(body.id)) };
  };
  const committed = async (job_id: string) => {
    const { body } = await call(commit, mine.apiKey, { params: { job_id }, body: { offer_id: offer } });
    const { batch, job } = body as { batch: { id: string }; job: { id: string } };
    await finish(job.id);
    return toUuid(batch.id.slice(4));
  };
  const batchOf = async (id: string) => {
    const [row] = await mine.scope.sql<{ status: string; quantity: number; receipt: object }>`
      select status, quantity, receipt from coupon_batches where workspace_id = ${mine.workspaceId} and id = ${id}`;
    return row;
  };

  it("lists what is no code, what comes twice and what is there already, before anything is written", async () => {
    await committed((await checked("ALTIN-1\nGÜMÜŞ-2\n")).job_id);
    const file = "ad;kod\nx;YENİ-1\nx;yeni 1\nx;a'b\nx;altin1\nx;gumus_2\nx;YENI-2\nx;\n";
    const { job_id, result } = await checked(file);
    expect(result).toEqual({ valid: 2, invalid: 2, duplicates: 1, existing: 2 });
    const before = await mine.scope.sql`
      select 1 from coupon_codes where workspace_id = ${mine.workspaceId} and code_key like 'YEN1%'`;
    expect(before).toHaveLength(0);
    const { text } = await call(errors, mine.apiKey, {
      params: { workspace_id: toWireId("workspace", mine.workspaceId), job_id },
      query: { language: "en" },
    });
    const listed = text
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(";"))
      .map(([line, reason, , value]) => `${value} ${line} ${reason}`);
    expect(listed).toEqual([
      "yeni 1 3 code_repeated",
      "a'b 4 invalid_code",
      "altin1 5 code_exists",
      "gumus_2 6 code_exists",
      " 8 invalid_code",
    ]);
    const id = await committed(job_id);
    expect(await batchOf(id)).toMatchObject({
      status: "completed",
      quantity: 2,
      receipt: { requested: 2, generated: 2, distinct: 2, refused: 0 },
    });
    const again = await call(commit, mine.apiKey, { params: { job_id }, body: { offer_id: offer } });
    expect(again).toMatchObject({ status: 409, body: { reason: "import_done" } });
  });

  it("refuses what came to be there since the check, and says so in the receipt", async () => {
    const first = await checked("SONRA-1\nSONRA-2\n");
    const second = await checked("SONRA-2\nSONRA-3\n");
    await committed(first.job_id);
    expect(await batchOf(await committed(second.job_id))).toMatchObject({
      quantity: 1,
      receipt: { requested: 2, generated: 1, refused: 1 },
    });
  });

  it("gives back, imported elsewhere, exactly what was exported", async () => {
    const many = Array.from({ length: 25_000 }, (_, n) => `TUR-${n}-X`);
    const id = await committed((await checked(["kod", "-EKSI-1", ...many].join("\n"))).job_id);
    const { chunks } = await openCodeFile(mine.ctx, { batchId: id });
    let exported = "";
    for await (const chunk of chunks) exported += chunk;
    expect(exported).toContain("'-EKSI-1,");
    await mine.scope
      .sql`delete from coupon_codes where workspace_id = ${mine.workspaceId} and batch_id = ${id}`;
    const again = await committed((await checked(exported)).job_id);
    const codes = await mine.scope.sql<{ code: string }>`
      select code from coupon_codes where workspace_id = ${mine.workspaceId} and batch_id = ${again} order by seq`;
    expect(codes.map(({ code }) => code)).toEqual(["-EKSI-1", ...many]);
  });

  it.each([
    ["", 422, "empty_file"],
    ["PK\u0003\u0004rest", 422, "not_csv"],
  ])("refuses a file like %j", async (body, status, reason) => {
    const refused = await call(check, mine.apiKey, { body, headers: { "content-type": "text/csv" } });
    expect(refused).toMatchObject({ status, body: { reason } });
  });

  it.each([
    ["a quotation mark that nobody closes", '"KOD-1\nKOD-2\n'],
    ["one line without an end", "A".repeat(5_000_000)],
  ])("refuses a file that begins with %s", async (_, body) => {
    const refused = await call(check, mine.apiKey, { body, headers: { "content-type": "text/csv" } });
    expect(refused).toMatchObject({ status: 422, body: { reason: "malformed_csv" } });
  });
});
