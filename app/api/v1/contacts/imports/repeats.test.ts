import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { importNow, people, upload } from "./testing/import-kit";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-repeats-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  process.env.PUSHPILOT_UPLOAD_BYTES_MAX = String(1024 * 1024);
  return folder;
});

describe("an upload sent again with its Idempotency-Key", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const send = (key: string, body: BodyInit, query: Record<string, string> = {}) =>
    upload(mine, body, query, {
      ...(typeof body === "string" && { "content-type": "text/csv" }),
      "idempotency-key": key,
    });

  /** Each form has a boundary of its own, as a client that tries again makes a new one. */
  const formOf = (text: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("file", new Blob([text]), "people.csv");
    return form;
  };

  it.each([
    ["a file", people(3), people(3, 3)],
    ["a form", () => formOf(people(3)), () => formOf(people(3, 3))],
    ["the fields of a form", () => formOf(people(3), { tags: "a" }), () => formOf(people(3), { tags: "b" })],
  ])("%s makes one job, and is refused with another content of the same length", async (name, one, other) => {
    const make = (body: string | (() => FormData)) => (typeof body === "string" ? body : body());
    const first = await send(name, make(one));
    expect(first.status).toBe(202);
    const again = await send(name, make(one));
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again).toMatchObject({ status: 202, body: { id: first.body.id } });
    const changed = await send(name, make(other));
    expect(changed).toMatchObject({ status: 422, body: { reason: "idempotency_key_reused" } });
    const [jobs] = await mine.scope.sql<{ count: number }>`
      select count(*)::int as count from jobs where workspace_id = ${mine.workspaceId}
        and id = ${String(first.body.id).slice(4)}::uuid`;
    expect(jobs?.count).toBe(1);
  });

  it("is not read on without end for a key that has its answer", async () => {
    expect((await send("long", people(2))).status).toBe(202);
    const line = new TextEncoder().encode(people(1_000));
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += line.length;
        controller.enqueue(line);
      },
    });
    const headers = { "content-type": "text/csv", "idempotency-key": "long" };
    expect((await upload(mine, endless, {}, headers)).status).toBe(413);
    expect(sent).toBeLessThan(2 * 1024 * 1024);
  });

  it("tells apart what was asked for the same file", async () => {
    expect((await send("query", people(2))).status).toBe(202);
    expect((await send("query", people(2), { dry_run: "true" })).status).toBe(422);
    expect((await send("query", people(2))).status).toBe(202);
  });

  it("repeats an import from a dry run, whose body nobody reads", async () => {
    const dryRun = await importNow(mine, people(2), { dry_run: "true" });
    const query = { from_job: String(dryRun.id), dry_run: "false" };
    const first = await send("dry", "ignored", query);
    expect(await send("dry", "ignored", query)).toMatchObject({ status: 202, body: { id: first.body.id } });
    expect((await send("dry", "another", query)).status).toBe(422);
  });

  it("gives the key back when the file was refused", async () => {
    expect((await send("refused", "")).status).toBe(422);
    expect((await send("refused", people(1))).status).toBe(202);
  });

  it("keeps a twin waiting for as long as the first upload takes", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const gate = Promise.withResolvers<void>();
    const slow = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await gate.promise;
        controller.enqueue(new TextEncoder().encode(people(1)));
        controller.close();
      },
    });
    const headers = { "content-type": "text/csv", "idempotency-key": "slow" };
    const first = upload(mine, slow, {}, headers);
    const claim = () => mine.scope.sql<{ isHeld: boolean }>`
      select locked_until > now() as is_held from idempotency_keys
      where workspace_id = ${mine.workspaceId} and key like '% slow'`;
    await expect.poll(async () => (await claim()).length).toBe(1);
    await mine.scope.sql`
      update idempotency_keys set locked_until = now() - interval '1 second'
      where workspace_id = ${mine.workspaceId} and key like '% slow'`;
    vi.advanceTimersByTime(30_000);
    await expect.poll(async () => (await claim())[0]?.isHeld).toBe(true);
    expect((await upload(mine, people(1), {}, headers)).status).toBe(409);
    gate.resolve();
    expect((await first).status).toBe(202);
    vi.useRealTimers();
  });
});
