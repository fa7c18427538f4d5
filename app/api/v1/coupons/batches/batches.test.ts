import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as download } from "@/app/api/v1/workspaces/[workspace_id]/coupons/batches/[batch_id]/file/route";
import { useTestDatabase } from "@/db/testing/database";
import { insertOffer } from "@/db/testing/offer";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { workOfJob } from "@/inngest/functions/jobs/run-job";
import { toUuid, toWireId } from "@/lib/contracts/wire/ids";
import { runJobSlice } from "@/lib/domain/jobs/run-job-slice";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { POST as cancel } from "./[batch_id]/cancel/route";
import { GET as listCodes } from "./[batch_id]/codes/route";
import { POST as disable } from "./[batch_id]/disable/route";
import { POST as enable } from "./[batch_id]/enable/route";
import { DELETE, GET as getBatch } from "./[batch_id]/route";
import { POST as preview } from "./preview/route";
import { POST as createBatch, GET as listBatches } from "./route";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-batches-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  return folder;
});

type Code = { code: string; seq: number; status: string };

describe("batches over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let offer: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    offer = await insertOffer(mine);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const create = (body: object = {}) =>
    call(createBatch, mine.apiKey, {
      body: { offer_id: toWireId("offer", offer), quantity: 200, ...body },
    });
  const finish = async (wireJobId: unknown) => {
    const jobId = toUuid(String(wireJobId).slice(4));
    while ((await runJobSlice(mine.ctx, jobId, workOfJob)) !== "ended");
  };
  const made = async (body: object = {}) => {
    const { body: answer } = await create(body);
    const { batch, job } = answer as { batch: { id: string }; job: { id: string } };
    await finish(job.id);
    return { batch_id: batch.id };
  };
  const codes = async (params: Record<string, string>, query: Record<string, string> = {}) =>
    (await call(listCodes, mine.apiKey, { params, query })).body.data as Code[];

  it("answers with the batch and its job, and shows the receipt when it is done", async () => {
    const { status, body } = await create({ name: "Bahar" });
    expect(status).toBe(202);
    expect(body).toMatchObject({
      batch: { name: "Bahar", status: "pending", quantity: 200, offer: { name: "On yüzde" } },
      job: { kind: "coupon_generation", status: "queued", total: 200 },
    });
    const { batch, job } = body as { batch: { id: string }; job: { id: string } };
    await finish(job.id);
    const { body: done } = await call(getBatch, mine.apiKey, { params: { batch_id: batch.id } });
    expect(done).toMatchObject({
      status: "completed",
      receipt: { requested: 200, generated: 200, distinct: 200 },
    });
    expect(done).not.toHaveProperty("secret");
  });

  it.each([
    [{ quantity: 0 }, 400, "quantity"],
    [{ quantity: 5_000_001 }, 400, "quantity"],
    [{ design: { pattern: "BAHAR" } }, 400, "design.pattern"],
    [{ design: { length: 4 } }, 422, "design.length"],
    [{ offer_id: "ofr_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" }, 422, "offer_id"],
  ])("refuses %j and names the field", async (body, status, pointer) => {
    const before = (await call(listBatches, mine.apiKey)).body.total;
    const refused = await create(body);
    expect(refused.status, refused.text).toBe(status);
    expect((refused.body.errors as { pointer: string }[])[0]?.pointer).toBe(pointer);
    expect((await call(listBatches, mine.apiKey)).body.total).toBe(before);
  });

  it("shows what a design would give without writing anything", async () => {
    const { body } = await call(preview, mine.apiKey, {
      body: { design: { prefix: "bahar-" }, quantity: 1_000_000 },
    });
    expect(body.samples).toHaveLength(5);
    for (const sample of body.samples as string[]) expect(sample).toMatch(/^BAHAR-(\w{4}-){2}\w{3}$/);
    expect(body).toMatchObject({ refusal: null });
    const weak = await call(preview, mine.apiKey, { body: { design: { length: 5 }, quantity: 1_000 } });
    expect(weak.body.refusal).toMatchObject({ pointer: "design.length", code: "guessable" });
  });

  it("lists, searches, filters, sorts and pages batches", async () => {
    await made({ name: "Çılgın yaz", quantity: 10 });
    await made({ name: "Kış", quantity: 30 });
    const names = async (query: Record<string, string>) =>
      ((await call(listBatches, mine.apiKey, { query })).body.data as { name: string }[]).map(
        ({ name }) => name,
      );
    expect(await names({ q: "cilgin" })).toEqual(["Çılgın yaz"]);
    expect((await names({ sort: "quantity" })).slice(0, 2)).toEqual(["Çılgın yaz", "Kış"]);
    expect(await names({ source: "imported" })).toEqual([]);
    const first = await call(listBatches, mine.apiKey, { query: { limit: "1", sort: "quantity" } });
    expect(await names({ limit: "1", sort: "quantity", after: String(first.body.next_cursor) })).toEqual([
      "Kış",
    ]);
  });

  it("finds a code however it is typed, and pages through all of them", async () => {
    const params = await made({ quantity: 60 });
    const first = await call(listCodes, mine.apiKey, { params, query: { limit: "40" } });
    const rest = await codes(params, { limit: "40", after: String(first.body.next_cursor) });
    expect(rest.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => 40 + n));
    const code = rest[3]?.code ?? "";
    expect(await codes(params, { q: code.toLowerCase().replaceAll("-", " ") })).toMatchObject([{ code }]);
    expect(await codes(params, { q: "';--" })).toEqual([]);
    expect((await call(listCodes, mine.apiKey, { params, query: { after: "x" } })).status).toBe(400);
  });

  it("streams its codes as CSV, text, JSON and a sheet of QR codes", async () => {
    const params = await made({ quantity: 45, name: "<b>QR" });
    const all = (await codes(params, { limit: "100" })).map(({ code }) => code);
    const file = (format: string) =>
      call(download, mine.apiKey, {
        params: { workspace_id: toWireId("workspace", mine.workspaceId), ...params },
        query: { format },
      });
    const csv = (await file("csv")).text
      .replace(/^\ufeff/, "")
      .trimEnd()
      .split("\n");
    expect(csv[0]).toBe("code,status,uses");
    expect(csv.slice(1)).toEqual(all.map((code) => `${code},unused,0`));
    expect((await file("txt")).text.trimEnd().split("\n")).toEqual(all);
    expect(JSON.parse((await file("json")).text)).toEqual(
      all.map((code) => ({ code, status: "unused", uses: 0 })),
    );
    const sheet = (await file("qr")).text;
    expect(sheet.match(/<svg /g)).toHaveLength(45);
    expect(sheet).toContain("&lt;b&gt;QR");
  });

  it("disables and deletes a batch, but none whose codes were given to somebody", async () => {
    const params = await made({ quantity: 20 });
    await finish((await call(disable, mine.apiKey, { params, body: {} })).body.id);
    expect((await codes(params)).every(({ status }) => status === "disabled")).toBe(true);
    const given = await made({ quantity: 5 });
    const givenId = toUuid(given.batch_id.slice(4));
    await mine.scope.sql`
      update coupon_batches set allocated = 2 where workspace_id = ${mine.workspaceId} and id = ${givenId}`;
    expect((await codes(given)).map(({ status }) => status).slice(0, 3)).toEqual([
      "given",
      "given",
      "unused",
    ]);
    expect(await call(DELETE, mine.apiKey, { params: given })).toMatchObject({
      status: 409,
      body: { reason: "batch_in_use" },
    });
    await finish((await call(DELETE, mine.apiKey, { params })).body.id);
    expect((await call(getBatch, mine.apiKey, { params })).status).toBe(404);
  });

  it("leaves codes as the later of two changes wants them, whichever comes through first", async () => {
    const params = await made({ quantity: 20 });
    const [first, second] = [
      (await call(disable, mine.apiKey, { params, body: {} })).body.id,
      (await call(enable, mine.apiKey, { params, body: {} })).body.id,
    ];
    for (const job of [second, first]) await finish(job);
    expect(new Set((await codes(params)).map(({ status }) => status))).toEqual(new Set(["unused"]));
  });

  it("keeps a batch that a campaign is to give out, with its codes", async () => {
    const params = await made({ quantity: 5 });
    await mine.scope.sql`
      insert into campaigns (workspace_id, id, name, channel, audience, contents, coupon_batch_id, created_by)
      values (${mine.workspaceId}, ${newId()}, 'Bahar', 'email', 'null', '[]', ${toUuid(params.batch_id.slice(4))}, 'me')`;
    const refused = await call(DELETE, mine.apiKey, { params });
    expect(refused).toMatchObject({ status: 409, body: { reason: "batch_named" } });
    expect(await codes(params)).toHaveLength(5);
  });

  it("keeps or deletes the codes of a batch that is cancelled, as it was told", async () => {
    for (const deletes of [false, true]) {
      const { body } = await create({ quantity: 50_000 });
      const { batch, job } = body as { batch: { id: string }; job: { id: string } };
      await runJobSlice(mine.ctx, toUuid(job.id.slice(4)), workOfJob, { sliceMillis: 0 });
      const params = { batch_id: batch.id };
      const stopped = await call(cancel, mine.apiKey, { params, body: { delete_codes: deletes } });
      expect(stopped.body).toMatchObject({ status: "cancelled", generated: deletes ? 0 : 20_000 });
      const [change] = await mine.scope.sql<{ id: string }>`
        select id from jobs where workspace_id = ${mine.workspaceId} and kind = 'coupon_change' and status = 'queued'`;
      if (change) await finish(toWireId("job", change.id));
      expect((await codes(params)).length > 0).toBe(!deletes);
    }
  });

  it("lets a viewer read, and neither make nor export codes", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    const params = await made({ quantity: 3 });
    expect((await call(getBatch, viewer, { params })).status).toBe(200);
    const body = { offer_id: toWireId("offer", offer), quantity: 1 };
    expect((await call(createBatch, viewer, { body })).status).toBe(403);
    const place = { workspace_id: toWireId("workspace", mine.workspaceId), ...params };
    expect((await call(download, viewer, { params: place })).status).toBe(403);
  });
});
