import { createHash } from "node:crypto";
import {
  type Inngest,
  type InngestFunction,
  NonRetriableError,
  RetryAfterError,
  referenceFunction,
  version,
} from "inngest";
import { describe, expect, it } from "vitest";
import type { ClaimedJob } from "@/db/queries/workflow/claim";
import { createTestClient } from "../testing/engine-setup";
import { createCommHandler, type SdkResponse } from "./comm-handler";
import { findTransport } from "./embedded-client";
import type { Op } from "./op";
import { buildRequest } from "./request";

/** What the SDK says is what the engine was written for. When an update breaks this, read its changes first. */
describe("traffic of the pinned SDK", () => {
  const hash = (id: string) => createHash("sha1").update(id).digest("hex");
  const names = ["load", "flaky", "final", "p1", "p2", "pause", "same", "same:1", "answer", "call", "after"];
  const nameOfHash = new Map(names.map((name) => [hash(name), name]));

  function define(client: Inngest): InngestFunction.Like[] {
    const trigger = { triggers: [{ event: "a/golden" }], checkpointing: false };
    const child = client.createFunction({ id: "child", triggers: [{ event: "a/child" }] }, () => 1);
    const other = referenceFunction({ functionId: "other", appId: "elsewhere" });
    return [
      child,
      client.createFunction({ ...trigger, id: "waits" }, ({ step }) =>
        step.waitForEvent("answer", { event: "a/answered", timeout: "90m", match: "data.cart" }),
      ),
      client.createFunction({ ...trigger, id: "invokes" }, ({ step }) =>
        step.invoke("call", { function: child, data: { n: 21 }, timeout: "1h" }),
      ),
      client.createFunction({ ...trigger, id: "refers" }, ({ step }) =>
        step.invoke("call", { function: other, data: {} }),
      ),
      client.createFunction({ ...trigger, id: "races", checkpointing: true }, async ({ step, group }) => {
        const winner = await group.parallel({ mode: "race" }, () =>
          Promise.race([step.run("p1", () => "p1"), step.run("p2", () => "p2")]),
        );
        return step.run("after", () => winner);
      }),
      client.createFunction(
        {
          id: "options",
          triggers: [{ event: "a/golden", if: "event.data.n > 1" }],
          cancelOn: [{ event: "a/stopped", match: "data.cart", timeout: 5_400_000 }, { event: "a/closed" }],
          debounce: { period: "5s", timeout: "1m", key: "event.data.cart" },
          throttle: { limit: 2, period: "1m", burst: 3, key: "event.data.cart" },
          rateLimit: { limit: 4, period: "1h" },
          idempotency: "event.data.order",
          singleton: { mode: "skip", key: "event.data.user" },
          priority: { run: "event.data.urgent ? 120 : 0" },
          timeouts: { start: "10s", finish: "1h" },
        },
        () => 1,
      ),
      client.createFunction({ ...trigger, id: "steps" }, async ({ step }) => {
        const loaded = await step.run("load", () => ({ at: new Date(0) }));
        await step.sleep("pause", "90m");
        await Promise.all([step.run("p1", () => 1), step.run("p2", () => 2)]);
        return loaded;
      }),
      client.createFunction({ ...trigger, id: "flaky" }, ({ step }) =>
        step.run("flaky", () => Promise.reject(new RetryAfterError("try later", "1s"))),
      ),
      client.createFunction({ ...trigger, id: "final" }, ({ step }) =>
        step.run("final", () => Promise.reject(new NonRetriableError("nope"))),
      ),
      client.createFunction({ ...trigger, id: "throws" }, () => Promise.reject(new Error("plain"))),
      client.createFunction({ ...trigger, id: "ends" }, () => Promise.reject(new NonRetriableError("final"))),
      client.createFunction({ ...trigger, id: "checkpointed", checkpointing: true }, async ({ step }) => {
        await step.run("same", () => 1);
        return step.run("same", () => 2);
      }),
    ];
  }

  const client = createTestClient();
  const handler = createCommHandler(client, define(client));

  function call(id: string, steps: Record<string, string> = {}, job: Partial<ClaimedJob> = {}) {
    const claimed: ClaimedJob = {
      id: "job",
      token: "token",
      runId: "run",
      functionId: `app-${id}`,
      kind: "resume",
      stepId: null,
      stepName: null,
      parallel: false,
      race: false,
      value: null,
      deadlineMillis: null,
      attempt: 0,
      lost: 0,
      concurrencyKeys: [],
      eventId: "e",
      event: '{"id":"e","name":"a/golden","data":{},"ts":1}',
      ...job,
    };
    const state = new Map(Object.entries(steps).map(([name, value]) => [hash(name), value]));
    return handler.execute(buildRequest(claimed, "job|token", state, 3));
  }

  const opsOf = (response: SdkResponse) =>
    (JSON.parse(response.body) as Op[]).map((op) => ({ ...op, id: nameOfHash.get(op.id) ?? op.id }));

  it("is version 4.24.0, and describes functions in band without a signature", async () => {
    expect(version).toBe("4.24.0");
    const described = await handler.describe();
    expect(described).toContainEqual(expect.objectContaining({ id: "app-steps" }));
    expect(described[4]).toMatchObject({
      id: "app-races",
      triggers: [{ event: "a/golden" }],
      steps: { step: { id: "step", runtime: { type: "http" } } },
    });
  });

  it("options: reported as they were given, cancellations as an expression and a duration", async () => {
    const described = await handler.describe();
    expect(described[5]).toMatchObject({
      id: "app-options",
      triggers: [{ event: "a/golden", expression: "event.data.n > 1" }],
      cancel: [
        { event: "a/stopped", if: "event.data.cart == async.data.cart", timeout: "1h30m" },
        { event: "a/closed" },
      ],
      debounce: { period: "5s", timeout: "1m", key: "event.data.cart" },
      throttle: { limit: 2, period: "1m", burst: 3, key: "event.data.cart" },
      rateLimit: { limit: 4, period: "1h" },
      idempotency: "event.data.order",
      singleton: { mode: "skip", key: "event.data.user" },
      priority: { run: "event.data.urgent ? 120 : 0" },
      timeouts: { start: "10s", finish: "1h" },
    });
  });

  it("a wait: WaitForEvent, its name the event's, with condition and timeout; then the event as it came", async () => {
    const [op] = opsOf(await call("waits"));
    expect(op).toMatchObject({
      id: "answer",
      op: "WaitForEvent",
      name: "a/answered",
      displayName: "answer",
      opts: { timeout: "1h30m", if: "event.data.cart == async.data.cart" },
    });
    const event = { id: "e2", name: "a/answered", data: { cart: "c" }, ts: 2 };
    const came = await call("waits", { answer: JSON.stringify(event) });
    expect([came.status, JSON.parse(came.body)]).toEqual([200, event]);
    const late = await call("waits", { answer: "null" });
    expect([late.status, late.body]).toEqual([200, "null"]);
  });

  it("an invocation: InvokeFunction with the full id and the data; then a result or an error", async () => {
    const [op] = opsOf(await call("invokes"));
    expect(op).toMatchObject({
      id: "call",
      op: "InvokeFunction",
      opts: { function_id: "app-child", payload: { data: { n: 21 } }, timeout: "1h" },
    });
    const [reference] = opsOf(await call("refers"));
    expect(reference?.opts).toMatchObject({ function_id: "elsewhere-other" });
    const given = await call("invokes", { call: '{"type":"data","data":{"doubled":42}}' });
    expect([given.status, given.body]).toEqual([200, '{"doubled":42}']);
    const failed = await call("invokes", { call: '{"type":"error","error":{"name":"E","message":"no"}}' });
    expect(JSON.parse(failed.body)).toMatchObject({ message: "no" });
  });

  it("a race: every step planned as such, and after each the function says what is still open", async () => {
    const planned = opsOf(await call("races"));
    expect(planned.map(({ id, op, opts }) => [id, op, opts?.parallelMode])).toEqual([
      ["p1", "StepPlanned", "race"],
      ["p2", "StepPlanned", "race"],
    ]);
    const won = { p2: '{"type":"data","data":"p2"}' };
    const next = opsOf(await call("races", won, { kind: "discover" }));
    expect(next.map(({ id, op }) => [id, op])).toEqual([
      ["p1", "StepPlanned"],
      ["after", "StepPlanned"],
    ]);
    const after = { ...won, after: '{"type":"data","data":"p2"}' };
    const open = opsOf(await call("races", after, { kind: "discover" }));
    expect(open.map(({ id, op }) => [id, op])).toEqual([["p1", "StepPlanned"]]);
    const ended = opsOf(await call("races", { ...after, p1: '{"type":"data","data":"p1"}' }));
    expect(ended).toEqual([expect.objectContaining({ op: "RunComplete", data: "p2" })]);
  });

  it("a step: 206 with StepRun, its id the SHA-1 of the step's id, its result through JSON", async () => {
    const response = await call("steps");
    expect(response.status).toBe(206);
    expect(response.headers).toMatchObject({
      "x-inngest-sdk": "inngest-js:v4.24.0",
      "x-inngest-req-version": "2",
    });
    expect(opsOf(response)).toEqual([
      expect.objectContaining({
        id: "load",
        op: "StepRun",
        displayName: "load",
        data: { at: "1970-01-01T00:00:00.000Z" },
      }),
    ]);
  });

  it("a sleep: the duration is its name", async () => {
    const response = await call("steps", { load: '{"type":"data","data":1}' });
    expect(opsOf(response)).toEqual([expect.objectContaining({ id: "pause", op: "Sleep", name: "1h30m" })]);
  });

  it("parallel steps: planned together, then asked for one by one by hash", async () => {
    const state = { load: '{"type":"data","data":1}', pause: "null" };
    const planned = opsOf(await call("steps", state));
    expect(planned.map(({ id, op }) => [id, op])).toEqual([
      ["p1", "StepPlanned"],
      ["p2", "StepPlanned"],
    ]);
    const [ran] = opsOf(await call("steps", state, { kind: "step", stepId: hash("p2") }));
    expect(ran).toMatchObject({ id: "p2", op: "StepRun", data: 2 });
  });

  it("the end: 200 with the result", async () => {
    const one = '{"type":"data","data":1}';
    const response = await call("steps", {
      load: '{"type":"data","data":{"a":1}}',
      pause: "null",
      p1: one,
      p2: one,
    });
    expect([response.status, response.body]).toEqual([200, '{"a":1}']);
  });

  it("a step that throws: StepError with retry-after, StepFailed on the last try or without retry", async () => {
    const first = await call("flaky");
    expect(first.headers).toMatchObject({ "x-inngest-no-retry": "false", "retry-after": "1" });
    expect(opsOf(first)).toEqual([
      expect.objectContaining({ op: "StepError", error: expect.objectContaining({ message: "try later" }) }),
    ]);
    expect(opsOf(await call("flaky", {}, { attempt: 2 }))[0]).toMatchObject({ op: "StepFailed" });
    const final = await call("final");
    expect([final.headers["x-inngest-no-retry"], opsOf(final)[0]?.op]).toEqual(["true", "StepFailed"]);
  });

  it("a function that throws: 500 to try again, 400 and no-retry when it is final", async () => {
    const throws = await call("throws");
    expect([throws.status, throws.headers["x-inngest-no-retry"]]).toEqual([500, "false"]);
    const ends = await call("ends");
    expect([ends.status, ends.headers["x-inngest-no-retry"]]).toEqual([400, "true"]);
    expect(JSON.parse(ends.body)).toMatchObject({ name: "NonRetriableError", message: "final" });
    const last = await call("throws", {}, { attempt: 2 });
    expect([last.status, last.headers["x-inngest-no-retry"]]).toEqual([400, "true"]);
  });

  it("checkpointing: every step is reported under the lease, then RunComplete; a stale lease stops it", async () => {
    const reported: string[] = [];
    let isStale = false;
    const detach = findTransport(client)?.attach({
      send: async () => undefined,
      holds: (leaseId) => leaseId === "job|token",
      checkpoint: async (_, steps) => {
        reported.push(...steps.map((op) => `${nameOfHash.get(op.id)} ${op.op} ${JSON.stringify(op.data)}`));
        return isStale ? "stale" : "saved";
      },
    });
    const response = await call("checkpointed");
    expect(reported).toEqual(["same StepRun 1", "same:1 StepRun 2"]);
    expect(opsOf(response)).toEqual([expect.objectContaining({ op: "RunComplete", data: 2 })]);
    isStale = true;
    const stale = await call("checkpointed");
    expect(reported).toHaveLength(3);
    expect([stale.status, stale.headers["x-inngest-no-retry"]]).toEqual([400, "true"]);
    detach?.();
  });

  it("an unknown function: 500 without a word on retries", async () => {
    const response = await call("throws", {}, { functionId: "app-absent" });
    expect([response.status, response.headers["x-inngest-no-retry"]]).toEqual([500, undefined]);
  });
});
