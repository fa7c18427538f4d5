import type { Inngest, InngestFunction } from "inngest";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { startEngine } from "../engine";
import { createTestClient, quietLog } from "../testing/engine-setup";

type Options = Parameters<Inngest["createFunction"]>[0];
const event = { event: "a/any" };

const refused: Record<string, { options: Omit<Options, "id">; named: string }> = {
  debounce: { options: { triggers: [event], debounce: { period: "5s" } }, named: "debounce" },
  throttle: { options: { triggers: [event], throttle: { limit: 1, period: "5s" } }, named: "throttle" },
  rateLimit: { options: { triggers: [event], rateLimit: { limit: 1, period: "5s" } }, named: "rateLimit" },
  batchEvents: {
    options: { triggers: [event], batchEvents: { maxSize: 2, timeout: "5s" } },
    named: "batchEvents",
  },
  priority: { options: { triggers: [event], priority: { run: "100" } }, named: "priority" },
  idempotency: { options: { triggers: [event], idempotency: "event.data.id" }, named: "idempotency" },
  singleton: { options: { triggers: [event], singleton: { mode: "skip" } }, named: "singleton" },
  cancelOn: { options: { triggers: [event], cancelOn: [{ event: "a/stop" }] }, named: "cancelOn" },
  timeouts: { options: { triggers: [event], timeouts: { finish: "1h" } }, named: "timeouts" },
  "trigger if": { options: { triggers: [{ event: "a/any", if: "event.data.n > 1" }] }, named: "triggers.if" },
  "cron with seconds": {
    options: { triggers: [{ cron: "* * * * * *" }] },
    named: 'triggers.cron "* * * * * *"',
  },
  "computed concurrency key": {
    options: { triggers: [event], concurrency: { limit: 1, key: "event.data.n % 4" } },
    named: 'concurrency.key "event.data.n % 4"',
  },
  "events of the engine": {
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
      client.createFunction({ id: "one", triggers: [event], debounce: { period: "5s" } }, () => 1),
      client.createFunction({ id: "two", triggers: [event], singleton: { mode: "skip" } }, () => 1),
    ]);
    await expect(started).rejects.toThrow(/app-one uses debounce; app-two uses singleton/);
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
