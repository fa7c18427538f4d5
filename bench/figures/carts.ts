import { insertApiKeys } from "@/bench/harness/api-keys";
import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import { startSandboxProcess } from "@/bench/harness/sandbox-process";
import { percentile } from "@/bench/harness/statistics";
import { kill, startWorker, until } from "@/bench/harness/worker-process";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { define, say } from "@/db/testing/automation-journey";
import type { Scenario } from "@/db/testing/scenario";
import { enrolmentsDue } from "@/inngest/events/automations";
import { createAutomation } from "@/lib/domain/automations/create-automation";
import { publishAutomation } from "@/lib/domain/automations/publish-automation";

const carts = 100_000;
const ordersOfProfile = { smoke: 500, full: 5_000 } as const;
const pauseMillis = 10;
const lateMillisMax = 1_000;
const moveOnMillisMax = 60_000;

/** With a hundred thousand open carts: how soon an order ends the wait of its own, and how soon all are written about. */
export const openCarts: FigureGroup = { names: ["CARTS"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const orders = ordersOfProfile[bench.options.profile];
  const people = await bench.freshPopulation(carts / 2);
  const automationId = await fillCarts(people);
  await people.database.sql.unsafe("vacuum analyze enrolments, events");
  const sandbox = await startSandboxProcess();
  const web = bench.child(people.database.url, { PUSHPILOT_SANDBOX_URL: sandbox.url });
  const worker = startWorker(people, { dataFolder: bench.lab.folder, sandbox });
  try {
    const port = await web.run("serveProduct", undefined);
    const late = await orderAll(people, { port, keys: await insertApiKeys(people), orders });
    const value = percentile(late, 0.99);
    const seconds = await moveAllOn(people, automationId, carts - orders);
    return [
      toFigure({
        name: "CARTS, an order ends the wait",
        unit: "ms at p99",
        value,
        limit: lateMillisMax,
        ratio: value / lateMillisMax,
        target: 1,
        goal: "at most",
        rows: carts,
        note: `median ${percentile(late, 0.5).toFixed(0)} ms, ${orders} orders`,
      }),
      toFigure({
        name: "CARTS, all due at one moment",
        unit: "ms",
        value: seconds * 1_000,
        limit: moveOnMillisMax,
        ratio: (seconds * 1_000) / moveOnMillisMax,
        target: 1,
        goal: "at most",
        rows: carts - orders,
        note: `${((carts - orders) / seconds).toFixed(0)} people/s moved on and handed to the sender`,
      }),
    ];
  } finally {
    await kill(worker);
    await web.stop();
    sandbox.close();
  }
}

/** Everybody has a cart that waits for a day, as if each had been tracked a day and an hour ago and something had held it up. */
async function fillCarts({ ctx, scope }: Scenario): Promise<string> {
  const definition = define({
    trigger: { kind: "cart_abandoned", afterMinutes: 24 * 60, category: null },
    steps: [say("Your cart")],
  });
  const { id } = await createAutomation(ctx, { name: "Carts", definition });
  await publishAutomation(ctx, { automationId: id });
  await scope.sql`
    with told as (
      select c.id, c.external_id, now() - interval '25 hours' as at,
        jsonb_build_object('cart_id', c.external_id, 'items', '[{"product_id":"1","name":"Lamp"}]'::jsonb) as properties
      from contacts c where c.workspace_id = ${scope.id}),
    heard as (
      insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties)
      select ${scope.id}, uuidv7(interval '-25 hours'), 'cart_updated', id, at, 'api', properties from told)
    insert into enrolments (workspace_id, id, automation_id, version_number, contact_id, entry_key, subject, due_at,
      triggered_at, properties)
    select ${scope.id}, uuidv7(), ${id}, 1, t.id, 'cart:' || t.external_id,
      jsonb_build_object('kind', 'cart', 'cartId', t.external_id), now() + interval '1 hour', t.at, t.properties
    from told t`;
  return id;
}

type Orders = { port: number; keys: string[]; orders: number };

/** Milliseconds from each order's request until its cart was let go, in ascending order. */
async function orderAll({ scope }: Scenario, { port, keys, orders }: Orders): Promise<number[]> {
  const asked = new Map<string, number>();
  for (let n = 1; n <= orders; n += 1) {
    const externalId = `person-${n}`;
    asked.set(externalId, Date.now());
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${keys[n % keys.length]}`, "content-type": "application/json" },
      body: JSON.stringify({
        name: "order_completed",
        external_id: externalId,
        properties: { order_id: String(n), cart_id: externalId, total: 100, currency: "TRY" },
      }),
    });
    if (!answer.ok) throw new Error(`The event was answered ${answer.status}: ${await answer.text()}`);
    await new Promise((done) => setTimeout(done, pauseMillis));
  }
  const read = () => scope.sql<{ externalId: string; endedAt: Date }>`
    select c.external_id, e.ended_at from enrolments e
    join contacts c on c.workspace_id = ${scope.id} and c.id = e.contact_id
    where e.workspace_id = ${scope.id} and e.status = 'exited' and e.exit_reason = 'ordered'`;
  await until(async () => (await read()).length === orders, 60);
  const rows = await read();
  return rows
    .map(({ externalId, endedAt }) => endedAt.getTime() - (asked.get(externalId) ?? 0))
    .sort((left, right) => left - right);
}

/** Seconds from the moment at which all are due until the last was handed to the sender. */
async function moveAllOn({ scope }: Scenario, automationId: string, people: number): Promise<number> {
  await scope.sql`
    update enrolments set due_at = now() where workspace_id = ${scope.id} and status = 'active'`;
  const startedAt = performance.now();
  await scope.transaction(async (tx) => {
    const data = { workspaceId: scope.id };
    await insertOutboxEvents(tx.connection, [{ id: "bench-due", name: enrolmentsDue.name, data }]);
  });
  const count = async () => {
    const [row] = await scope.sql<{ count: number }>`
      select count(*)::int as count from enrolments
      where workspace_id = ${scope.id} and automation_id = ${automationId} and status = 'completed'`;
    return row?.count ?? 0;
  };
  await until(async () => (await count()) === people, 300);
  return (performance.now() - startedAt) / 1_000;
}
