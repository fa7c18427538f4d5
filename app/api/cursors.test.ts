import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { contracts } from "@/lib/contracts/registry";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { type FurnishedWorkspace, furnishWorkspace } from "./testing/furnish-workspace";
import { loadRoutes, type ServedRoute } from "./testing/load-routes";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** None of them is the `next_cursor` of any list. */
const invented = [
  "x",
  "%",
  encode("x"),
  encode([]),
  encode([1]),
  encode([null, newId()]),
  encode(["a", "b", "c", newId()]),
  encode(["a\u0000b", newId()]),
  encode(["\ud800", newId()]),
  encode([newId(), "x"]),
];

const sorts: Record<string, string>[] = [{}, { sort: "name" }, { sort: "-name" }, { sort: "created_at" }];

describe("a cursor that no list has given out", () => {
  const database = useTestDatabase();
  let mine: FurnishedWorkspace;
  let routes: ServedRoute[];
  beforeAll(async () => {
    mine = await furnishWorkspace(database.sql, "mine");
    routes = await loadRoutes();
  });

  const takesCursor = (contract: (typeof contracts)[number]) =>
    contract.method === "GET" && JSON.stringify(shapeOf(contract.query)).includes('"after"');

  async function ask(path: string, query: Record<string, string>) {
    const route = routes.find((one) => one.method === "GET" && one.path === path);
    if (!route) throw new Error(`Nothing serves ${path}.`);
    const named = Object.entries(mine.ids).filter(([name]) => path.includes(`{${name}}`));
    return call(route.handler, mine.scenario.apiKey, { params: Object.fromEntries(named), query });
  }

  it.each(contracts.filter(takesCursor).map((one) => [one.name, one.path] as const))(
    "%s refuses it and names `after`",
    async (_, path) => {
      for (const after of invented) {
        const { status, body } = await ask(path, { after });
        expect(status, `${after} ${JSON.stringify(body)}`).toBe(400);
        expect(body.errors).toMatchObject([{ pointer: "after" }]);
      }
    },
  );

  it.each(contracts.filter(takesCursor).map((one) => [one.name, one.path] as const))(
    "%s never stumbles over the cursor of another list or order",
    async (_, path) => {
      for (const after of [encode([newId()]), encode(["name", newId()]), encode([newId(), newId()])]) {
        for (const sort of sorts) {
          const { status, body } = await ask(path, { after, ...sort });
          expect([200, 400], JSON.stringify({ after, sort, body })).toContain(status);
        }
      }
    },
  );
});

function shapeOf(schema: unknown): string[] {
  const def = (schema as { _zod?: { def: { in?: unknown; shape?: object } } } | undefined)?._zod?.def;
  if (def?.in) return shapeOf(def.in);
  return Object.keys(def?.shape ?? {});
}
