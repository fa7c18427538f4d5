import type { Inngest, InngestFunction } from "inngest";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { startEngine } from "../engine";
import { createTestClient, quietLog } from "../testing/engine-setup";

type Options = Parameters<Inngest["createFunction"]>[0];
const event = { event: "a/any" };

const cancelOn = Array.from({ length: 6 }, () => ({ event: "a/stop" }));

const refused: Record<string, { options: Omit<Options, "id">; named: string }> = {
  batchEvents: {
    options: { triggers: [event], batchEvents: { maxSize: 2, timeout: "5s" } },
    named: "batchEvents",
  },
  "a debounce of more than a week": {
    options: { triggers: [event], debounce: { period: "8d" } },
    named: 'debounce.period "8d", longer than 7 days',
  },
  "a period of no time": {
    options: { triggers: [event], throttle: { limit: 1, period: "0s" } },
    named: 'throttle.period "0s"',
  },
  "a limit of nothing": {
    options: { triggers: [event], rateLimit: { limit: 0, period: "5s" } },
    named: "rateLimit.limit 0",
  },
  "more cancelOn entries than five": {
    options: { triggers: [event], cancelOn },
    named: "cancelOn with more than 5 entries",
  },
  "a cancelOn that is no expression": {
    options: { triggers: [event], cancelOn: [{ event: "a/stop", if: "async.data.id ==" }] },
    named: 'cancelOn.if "async.data.id =="',
  },
  "a trigger that is no expression": {
    options: { triggers: [{ event: "a/any", if: "event.data.n >" }] },
    named: 'triggers.if "event.data.n >"',
  },
  "a trigger that misspells the event": {
    options: { triggers: [{ event: "a/any", if: "evnt.data.total < 100" }] },
    named: 'triggers.if "evnt.data.total < 100"',
  },
  "a trigger that asks about an awaited event": {
    options: { triggers: [{ event: "a/any", if: "async.data.total < 100" }] },
    named: 'triggers.if "async.data.total < 100"',
  },
  "a key of an awaited event": {
    options: { triggers: [event], singleton: { mode: "skip", key: "async.data.id" } },
    named: 'singleton.key "async.data.id"',
  },
  "a cancelOn that misspells the event": {
    options: { triggers: [event], cancelOn: [{ event: "a/stop", if: "evnt.data.id == async.data.id" }] },
    named: 'cancelOn.if "evnt.data.id == async.data.id"',
  },
  "a function CEL does not have": {
    options: { triggers: [event], idempotency: "sha256(event.data.id)" },
    named: 'idempotency "sha256(event.data.id)"',
  },
  "a priority that is no expression": {
    options: { triggers: [event], priority: { run: "12 0" } },
    named: 'priority.run "12 0"',
  },
  "a key that is no expression": {
    options: { triggers: [event], singleton: { mode: "skip", key: "event.data." } },
    named: 'singleton.key "event.data."',
  },
  "a cron with seconds": {
    options: { triggers: [{ cron: "* * * * * *" }] },
    named: 'triggers.cron "* * * * * *"',
  },
  "an event of the engine": {
    options: { triggers: [{ event: "inngest/function.invoked.x" }] },
    named: 'triggers.event "inngest/function.invoked.x"',
  },
};

describe("registration", () => {
  const database = useTestDatabase();

  const start = (define: (client: Inngest) => InngestFunction.Like[]) => {
    const client = createTestClient();
    return startEngine({
      sql: database.sql,
      client,
      functions: define(client),
      concurrency: 1,
      log: quietLog,
    });
  };

  it.each(Object.entries(refused))(
    "%s is refused, naming the function and the option",
    async (_, { options, named }) => {
      const started = start((client) => [
        client.createFunction({ id: "fine", triggers: [event] }, () => 1),
        client.createFunction({ ...options, id: "odd" }, () => 1),
      ]);
      await expect(started).rejects.toThrow(`app-odd uses ${named}`);
      expect(await database.sql`select 1 from workflow.functions`).toHaveLength(0);
    },
  );

  it("all refusals are named at once", async () => {
    const started = start((client) => [
      client.createFunction({ id: "one", triggers: [event], debounce: { period: "8d" } }, () => 1),
      client.createFunction({ id: "two", triggers: [event], cancelOn }, () => 1),
    ]);
    await expect(started).rejects.toThrow(/app-one uses debounce.*; app-two uses cancelOn/);
  });

  it("the configuration of every function is kept in Postgres, and archived when its function is gone", async () => {
    const engine = await start((client) => [
      client.createFunction({ id: "kept", triggers: [event], retries: 2, onFailure: () => 1 }, () => 1),
      client.createFunction({ id: "gone", triggers: [event] }, () => 1),
    ]);
    await engine.stop();
    const next = await start((client) => [
      client.createFunction({ id: "kept", triggers: [event], retries: 7, onFailure: () => 1 }, () => 1),
    ]);
    await next.stop();
    const rows = await database.sql`
      select id, archived_at is not null as is_archived, config -> 'steps' -> 'step' -> 'retries' ->> 'attempts' as retries
      from workflow.functions order by id`;
    expect(rows).toEqual([
      { id: "app-gone", isArchived: true, retries: null },
      { id: "app-kept", isArchived: false, retries: "7" },
      { id: "app-kept-failure", isArchived: false, retries: "1" },
    ]);
  });
});
