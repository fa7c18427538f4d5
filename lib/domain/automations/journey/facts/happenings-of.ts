import { type HappeningRow, listEvery, listLatest, type Since } from "@/db/queries/automations/facts";
import type { WorkspaceScope } from "@/db/scope";
import { cartEvents, type Definition, orderEvent } from "../../definition";

/**
 * What people did, as far as the definitions ask: of each person only since they came in, of carts the last word, of
 * other events only that they happened or what a condition looks at.
 */
export async function happeningsOf(
  scope: WorkspaceScope,
  people: readonly Since[],
  definitions: readonly Definition[],
): Promise<Map<string, HappeningRow[]>> {
  const { latest, every, properties } = askedOf(definitions);
  const found = await Promise.all([
    listLatest(scope, people, latest),
    listEvery(scope, people, { names: every, properties }),
  ]);
  const byId = new Map<string, HappeningRow>();
  for (const row of found.flat()) {
    const known = byId.get(row.id);
    byId.set(row.id, { ...row, properties: { ...known?.properties, ...row.properties } });
  }
  const sorted = [...byId.values()].sort(byTime);
  return Map.groupBy(sorted, ({ contactId }) => contactId);
}

/** Ids alone follow what the clock of whoever told it said. */
const byTime = (left: HappeningRow, right: HappeningRow): number =>
  left.occurredAt.getTime() - right.occurredAt.getTime() || (left.id < right.id ? -1 : 1);

/** Everybody once, since the first time that is asked about. */
export function sinceFirst(people: readonly Since[]): Since[] {
  const first = new Map<string, Since>();
  for (const one of people) {
    const known = first.get(one.contactId);
    if (!known || one.since < known.since) first.set(one.contactId, one);
  }
  return [...first.values()];
}

function askedOf(definitions: readonly Definition[]) {
  const rules = definitions
    .flatMap(({ exits, steps }) => [
      ...exits,
      ...steps.flatMap((step) => (step.kind === "condition" ? [step.test] : [])),
    ])
    .filter((rule) => rule.kind === "event");
  const closely = rules.filter(({ where }) => where.length > 0);
  const every = new Set(closely.map(({ event }) => event));
  const others = rules.map(({ event }) => event).filter((event) => !every.has(event));
  const ofCarts = definitions.some(({ trigger }) => trigger.kind === "cart_abandoned")
    ? [...cartEvents, orderEvent]
    : [];
  const paths = closely.flatMap(({ where }) => where.map(({ property }) => property.split(".")[0] ?? ""));
  return {
    latest: [...new Set([...others, ...ofCarts])],
    every: [...every],
    properties: [...new Set(paths)],
  };
}
