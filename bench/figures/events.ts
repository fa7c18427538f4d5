import { insertApiKeys } from "@/bench/harness/api-keys";
import type { Bench, FigureGroup } from "@/bench/harness/bench";
import type { Child } from "@/bench/harness/child";
import { type Line, toFigure } from "@/bench/harness/figure";
import { compare } from "@/bench/harness/pairs";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";

const peopleCount = 1_000;
const batchSize = 1_000;
const properties = {
  cart_id: "c-1",
  total: 129900,
  currency: "TRY",
  items: [{ product_id: "p-1", quantity: 2 }],
};

/** Events through the lane, known by their key and their people, against bare node:http with the same insert. */
export const events: FigureGroup = { names: ["B7", "B7S"], measure };

type Sides = { scenario: Scenario; keys: string[]; ours: number; bare: number; client: Child };

async function measure(bench: Bench): Promise<Line[]> {
  const { url, sql } = await bench.lab.createDatabase();
  const scenario = await createScenario(sql);
  const contactIds = await insertPeople(scenario);
  // As a database that has run for a minute.
  await sql.unsafe("analyze contacts");
  const keys = await insertApiKeys(scenario);
  const [product, plain, client] = [bench.child(url), bench.child(url), bench.child(url)];
  try {
    const sides: Sides = {
      scenario,
      keys,
      ours: await product.run("serveProduct", undefined),
      bare: await plain.run("serveBare", { workspaceId: scenario.workspaceId }),
      client,
    };
    const isFull = bench.options.profile === "full";
    return [
      await measureBatches(bench, sides, contactIds, isFull ? 100 : 60),
      await measureSingles(bench, sides, contactIds, isFull ? 20_000 : 5_000),
    ];
  } finally {
    await Promise.all([product.stop(), plain.stop(), client.stop()]);
  }
}

async function insertPeople({ scope, workspaceId }: Scenario): Promise<string[]> {
  const ids = Array.from({ length: peopleCount }, () => newId());
  await scope.sql`
    insert into contacts (workspace_id, id, external_id, attributes, tags)
    select ${workspaceId}, r.id, 'person-' || (r.n - 1), '{}', '{}'
    from unnest(${ids}::uuid[]) with ordinality as r(id, n)`;
  return ids;
}

const occurredAt = () => new Date().toISOString();

const ourEvent = (n: number, label: string) => ({
  id: `${label}-${n}`,
  name: "cart_updated",
  external_id: `person-${n % peopleCount}`,
  occurred_at: occurredAt(),
  properties,
});

const bareEvent = (n: number, contactIds: string[]) => ({
  name: "cart_updated",
  contact_id: contactIds[n % peopleCount] ?? "",
  occurred_at: occurredAt(),
  properties,
});

function post(body: object, key?: string): string {
  const text = JSON.stringify(body);
  const authorization = key ? `Authorization: Bearer ${key}\r\n` : "";
  return `POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\n${authorization}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

let rounds = 0;

async function measureBatches(
  { options }: Bench,
  { keys, ours, bare, client }: Sides,
  contactIds: string[],
  batches: number,
): Promise<Line> {
  const load = { count: batches, connections: 4, depth: 1, answer: "200" };
  const numbers = Array.from({ length: batchSize }, (_, n) => n);
  const ask = async (port: number, toRequest: (n: number) => string) => {
    const requests = Array.from({ length: batches }, (_, n) => toRequest(n));
    return { units: batches * batchSize, seconds: await client.run("rawLoop", { ...load, port, requests }) };
  };
  const comparison = await compare(
    () => {
      rounds += 1;
      const label = `round-${rounds}`;
      return ask(ours, (batch) =>
        post({ events: numbers.map((n) => ourEvent(n, `${label}-${batch}`)) }, keys[batch % keys.length]),
      );
    },
    () => ask(bare, () => post({ events: numbers.map((n) => bareEvent(n, contactIds)) })),
    options.pairs,
  );
  return toFigure({
    name: "B7 events, 1,000 a request",
    unit: "events/s",
    target: 0.75,
    goal: "at least",
    rows: batches * batchSize,
    ...comparison,
  });
}

async function measureSingles(
  { options }: Bench,
  { scenario, keys, ours, bare, client }: Sides,
  contactIds: string[],
  count: number,
): Promise<Line> {
  const load = { count, connections: 32, depth: 1, answer: "200" };
  const ask = async (port: number, requests: string[]) => ({
    units: count,
    seconds: await client.run("rawLoop", { ...load, port, requests }),
  });
  const before = await countEvents(scenario);
  const comparison = await compare(
    () => {
      rounds += 1;
      const label = `single-${rounds}`;
      return ask(
        ours,
        Array.from({ length: count }, (_, n) => post(ourEvent(n, label), keys[n % keys.length])),
      );
    },
    () =>
      ask(
        bare,
        Array.from({ length: count }, (_, n) => post({ events: [bareEvent(n, contactIds)] })),
      ),
    options.pairs,
  );
  const written = (await countEvents(scenario)) - before;
  const expected = (options.pairs + 1) * count * 2;
  if (written !== expected) throw new Error(`${written} events of ${expected} requests.`);
  return toFigure({
    name: "B7s events, one a request",
    unit: "events/s",
    target: 0.5,
    goal: "at least",
    rows: count,
    ...comparison,
  });
}

async function countEvents({ scope, workspaceId }: Scenario): Promise<number> {
  const [row] = await scope.sql<{ count: number }>`
    select count(*)::int as count from events where workspace_id = ${workspaceId}`;
  return row?.count ?? 0;
}
