import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression } from "../expressions/expression";
import type { FunctionDefinition } from "../registry/function-definition";
import { Registry } from "../registry/registry";
import { createAdmit } from "./admit";

const expression = parseExpression("event.data.t") ?? expect.fail();
const definition: FunctionDefinition = {
  id: "f",
  attemptsMax: 1,
  events: [],
  crons: [],
  concurrency: [
    { scope: "fn", max: 4 },
    {
      scope: "fn",
      max: 2,
      key: { source: "event.data.t", expression },
    },
  ],
};

describe("admission", () => {
  const registry = new Registry([definition]);
  const candidate = (tenant: number, position: number) => ({
    id: String(position),
    functionId: "f",
    kind: "start" as const,
    concurrencyKeys: registry.keysOf(definition, { data: { t: tenant } }),
    throttleKey: null,
  });
  const rates = { nowMillis: 0, onTimeAt: new Map() };

  it("never exceeds a limit, leaves no slot unused, and keeps the order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        (tenants, room) => {
          const candidates = tenants.map(candidate);
          const { admitted, blocked } = createAdmit(registry, room)(candidates, { held: new Map(), rates });
          const counts = new Map<number | undefined, number>();
          for (const id of admitted)
            counts.set(tenants[Number(id)], (counts.get(tenants[Number(id)]) ?? 0) + 1);
          expect(admitted.length).toBeLessThanOrEqual(Math.min(room, 4));
          for (const count of counts.values()) expect(count).toBeLessThanOrEqual(2);
          expect(admitted).toEqual([...admitted].sort((a, b) => Number(a) - Number(b)));
          const possible = [0, 1, 2, 3].reduce(
            (sum, t) => sum + Math.min(2, tenants.filter((x) => x === t).length),
            0,
          );
          expect(admitted.length).toBe(Math.min(room, 4, possible));
          expect(blocked.every(({ id }) => !admitted.includes(id))).toBe(true);
        },
      ),
    );
  });

  it("counts the slots that other processes hold", () => {
    const [, key = ""] = registry.keysOf(definition, { data: { t: 1 } });
    const admission = createAdmit(registry, 9)([1, 1, 2].map(candidate), {
      held: new Map([[key, 1]]),
      rates,
    });
    expect(admission).toMatchObject({ admitted: ["0", "2"], blocked: [{ id: "1", key }] });
  });
});
