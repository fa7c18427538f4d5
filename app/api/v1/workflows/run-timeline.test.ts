import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { POST as createApiKey } from "../api-keys/route";
import { useWorkflows } from "./testing/use-workflows";

type Entry = Record<string, unknown> & {
  name: string | null;
  state: string;
  tries: Record<string, unknown>[];
};

describe("a run as a timeline", () => {
  const database = useTestDatabase();
  const workflows = useWorkflows(database);
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  async function read(id: string, who = mine.apiKey) {
    const { status, body, text } = await workflows.get(who, id);
    expect(status, text).toBe(200);
    return { run: body, timeline: body.timeline as Entry[], text };
  }

  it("shows each step with when it began and ended, and every try with what it threw", async () => {
    await workflows.start();
    const { id } = await workflows.run(mine, { flaky: true });
    const { run, timeline } = await read(id);
    expect(run).toMatchObject({ status: "completed", error: null, entries_left_out: 0 });
    expect(timeline.map(({ kind, name, state }) => [kind, name, state])).toEqual([
      ["step", "load", "completed"],
      ["step", "flaky", "completed"],
    ]);
    const [load, flaky] = timeline;
    expect(load?.tries).toEqual([]);
    expect(flaky?.tries).toEqual([
      expect.objectContaining({ error: expect.objectContaining({ message: "try later" }) }),
      expect.objectContaining({ error: null, has_process_died: false }),
    ]);
    const moments = [
      run.started_at,
      load?.started_at,
      load?.ended_at,
      flaky?.started_at,
      flaky?.ended_at,
      run.ended_at,
    ];
    expect(moments.every((moment) => typeof moment === "string")).toBe(true);
    expect(moments).toEqual(moments.toSorted());
  });

  it("tells a wait from work, with what it waits for and until when", async () => {
    await workflows.start();
    const { id } = await workflows.run(mine, { waits: true, n: 7 }, "waiting");
    const { timeline } = await read(id);
    expect(timeline.at(-1)).toMatchObject({
      kind: "wait",
      name: "answer",
      state: "waiting",
      started_at: expect.any(String),
      wait: { event_name: "w/answered", match: "data.n = 7", until: expect.any(String) },
    });
    await workflows.engine.send({ name: "w/answered", data: { n: 7, said: "yes" } });
    await expect.poll(async () => (await read(id)).run.status).toBe("completed");
    const ended = (await read(id)).timeline.at(-1);
    expect(ended).toMatchObject({ kind: "wait", state: "completed", wait: null });
    expect(JSON.stringify(ended?.output)).toContain("yes");
  });

  it("shows a step that will be tried again, and when", async () => {
    await workflows.start({ retryDelaysMillis: [3_600_000] });
    const { id } = await workflows.run(mine, { flaky: true }, "waiting");
    const { timeline } = await read(id);
    expect(timeline.at(-1)).toMatchObject({
      kind: "step",
      name: "flaky",
      state: "retrying",
      wait: { until: expect.any(String), event_name: null },
    });
    expect(timeline.at(-1)?.tries).toHaveLength(1);
  });

  it("shows no secret of what went in, came out or was thrown, and no address to who may not see people", async () => {
    await workflows.start();
    const data = {
      fails: true,
      password: "hunter2",
      device: { p256dh: "BNcRd", auth: "tBHI" },
      phone: "+905321112233",
    };
    const { id } = await workflows.run(mine, data, "failed");
    const { run, text } = await read(id);
    for (const secret of ["hunter2", "BNcRd", "tBHI", "k-123456", "abcdefgh12345", "abcdef123"])
      expect(text, secret).not.toContain(secret);
    expect(run.error).toMatchObject({ name: "NonRetriableError", message: "no such order, token=[hidden]" });
    expect(text).toContain("ada@example.com");
    expect(text).toContain("+905321112233");
    const made = await call(createApiKey, mine.apiKey, { body: { name: "k", scopes: ["workflows.read"] } });
    const narrow = await read(id, String(made.body.secret));
    for (const address of ["ada@example.com", "+905321112233"]) expect(narrow.text).not.toContain(address);
    expect(narrow.text).toContain("a•••@example.com");
  });

  it("cuts what is very large, and says how large it is", async () => {
    await workflows.start();
    const { id } = await workflows.run(mine, { essay: "ş".repeat(20_000) });
    const input = (await read(id)).run.input as { text: string; bytes: number; is_cut: boolean };
    expect(input.is_cut).toBe(true);
    expect(input.text).toHaveLength(8_000);
    expect(input.bytes).toBeGreaterThan(40_000);
  });
});
