import { insertApiKeys } from "@/bench/harness/api-keys";
import type { Bench, FigureGroup } from "@/bench/harness/bench";
import type { Child } from "@/bench/harness/child";
import { type Line, toFigure } from "@/bench/harness/figure";
import { type Comparison, compare, type Sample } from "@/bench/harness/pairs";
import { addOffer, addPeople, findDrift, keyOf } from "@/db/testing/coupon-offer";
import { createScenario, type Scenario } from "@/db/testing/scenario";

const offerCount = 500;
const peopleCount = 20_000;
const clients = 32;

/** Redemptions over HTTP: spread over many offers against the same function behind bare node:http, and all of one offer. */
export const redemption: FigureGroup = { names: ["B5", "B6"], measure };

type Sides = { scenario: Scenario; keys: string[]; ours: number; bare: number; client: Child; count: number };

async function measure(bench: Bench): Promise<Line[]> {
  const { url, sql } = await bench.lab.createDatabase();
  const scenario = await createScenario(sql);
  await furnish(scenario);
  await sql`analyze`;
  const keys = await insertApiKeys(scenario);
  const [product, plain, client] = [bench.child(url), bench.child(url), bench.child(url)];
  try {
    const sides: Sides = {
      scenario,
      keys,
      ours: await product.run("serveProduct", undefined),
      bare: await plain.run("serveBare", { workspaceId: scenario.workspaceId }),
      client,
      count: bench.options.profile === "full" ? 20_000 : 3_000,
    };
    // Plans of tables that were empty when they were made say nothing about a product that runs.
    for (const warm of [redeemBare, redeemSpread, redeemHot]) await warm(sides)();
    await sql`analyze`;
    const lines = [
      await compareSides(bench, "B6 redemptions, spread", 0.7, redeemSpread(sides), redeemBare(sides), sides),
      await compareSides(
        bench,
        "B5 redemptions of one offer",
        0.9,
        redeemHot(sides),
        redeemSpread(sides),
        sides,
      ),
      await measureCurve(bench, "B5 curve, 128 clients against 8", redeemHot, sides),
      await measureCurve(bench, "B6 curve, 128 clients against 8", redeemSpread, sides),
    ];
    await assertExact(scenario);
    return lines;
  } finally {
    await Promise.all([product.stop(), plain.stop(), client.stop()]);
  }
}

const codeOf = (n: number): string => `SPREAD-${n % offerCount}`;

/** Limits of the offer, of a person and of a day, and an end: what is asked of each of them. */
async function furnish({ scope }: Scenario): Promise<void> {
  const rules = {
    usesMax: 10_000_000,
    usesPerContactMax: 10_000,
    endsAt: new Date("2190-01-01T00:00:00Z"),
    periodLimits: [{ scope: "contact", period: "day", max: 10_000 } as const],
  };
  await addPeople(scope, peopleCount);
  await addOffer(scope, { ...rules, codes: ["HOT"] });
  for (let n = 0; n < offerCount; n += 1) await addOffer(scope, { ...rules, codes: [codeOf(n)] });
}

let asked = 0;

type Side = (atOnce?: number) => Promise<Sample>;

/** Nobody redeems anything of an order twice, and the rounds go on where the last ended. */
function side({ client, count }: Sides, port: number, toRequest: (n: number) => string): Side {
  return async (atOnce = clients) => {
    const requests = Array.from({ length: count }, () => {
      asked += 1;
      return toRequest(asked);
    });
    const load = { port, requests, count, connections: atOnce, depth: 1, answer: "200" };
    return { units: count, seconds: await client.run("rawLoop", load) };
  };
}

function ourRequest(sides: Sides, code: string, n: number): string {
  const order = { id: `order-${n}`, total_minor: 12_900, currency: "TRY" };
  return post(
    "/api/v1/coupons/redeem",
    { code, external_id: `person-${n % peopleCount}`, order },
    sides.keys[n % sides.keys.length],
  );
}

const redeemHot = (sides: Sides): Side => side(sides, sides.ours, (n) => ourRequest(sides, "HOT", n));

const redeemSpread = (sides: Sides): Side => side(sides, sides.ours, (n) => ourRequest(sides, codeOf(n), n));

const redeemBare = (sides: Sides): Side =>
  side(sides, sides.bare, (n) =>
    post("/redeem", {
      codeKey: keyOf(codeOf(n)),
      externalId: `person-${n % peopleCount}`,
      orderId: `order-${n}`,
      orderMinor: 12_900,
      currency: "TRY",
    }),
  );

function post(path: string, body: object, key?: string): string {
  const text = JSON.stringify(body);
  const authorization = key ? `Authorization: Bearer ${key}\r\n` : "";
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${authorization}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

async function compareSides(
  { options }: Bench,
  name: string,
  target: number,
  ours: Side,
  limit: Side,
  { count }: Sides,
): Promise<Line> {
  const comparison: Comparison = await compare(
    () => ours(),
    () => limit(),
    options.pairs,
  );
  return toFigure({ name, unit: "redemptions/s", target, goal: "at least", rows: count, ...comparison });
}

/** More clients than connections must not make it slower. */
async function measureCurve(
  { options }: Bench,
  name: string,
  toSide: (sides: Sides) => Side,
  sides: Sides,
): Promise<Line> {
  const run = toSide(sides);
  const rates: string[] = [];
  for (const atOnce of [1, 32]) {
    const { units, seconds } = await toSide({ ...sides, count: Math.min(sides.count, 1_000 * atOnce) })(
      atOnce,
    );
    rates.push(`${Math.round(units / seconds)}/s of ${atOnce}`);
  }
  const comparison = await compare(
    () => run(128),
    () => run(8),
    options.pairs,
  );
  const note = rates.join(", ");
  return toFigure({
    name,
    unit: "redemptions/s",
    target: 0.8,
    goal: "at least",
    rows: sides.count,
    note,
    ...comparison,
  });
}

async function assertExact({ scope, workspaceId }: Scenario): Promise<void> {
  const drift = await findDrift(scope);
  if (drift.length > 0)
    throw new Error(`The sums are not the ledger's: ${JSON.stringify(drift.slice(0, 3))}`);
  const [row] = await scope.sql<{ count: number }>`
    select count(*)::int as count from coupon_redemptions where workspace_id = ${workspaceId} and status = 'redeemed'`;
  if (row?.count !== asked) throw new Error(`${row?.count} redemptions of ${asked} requests.`);
}
