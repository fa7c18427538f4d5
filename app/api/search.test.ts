import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { contracts } from "@/lib/contracts/registry";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { type FurnishedWorkspace, furnishWorkspace } from "./testing/furnish-workspace";
import { loadRoutes, type ServedRoute } from "./testing/load-routes";

const name = "İsmail IŞIK Café";

/** As people type it, with whichever keyboard and case. */
const typed = ["İsmail", "ismail", "ISMAIL", "IŞIK", "ışık", "isik", "Café", "CAFE", " smail  ışı"];

describe("whatever has a Turkish name", () => {
  const database = useTestDatabase();
  let mine: FurnishedWorkspace;
  let routes: ServedRoute[];
  beforeAll(async () => {
    mine = await furnishWorkspace(database.sql, name);
    routes = await loadRoutes();
    const { scope, workspaceId } = mine.scenario;
    await database.sql`update users set name = ${name}`;
    await scope.sql`
      insert into audit_log (workspace_id, id, actor_kind, actor_id, actor_name, action, target_kind, target_id, target_name)
      values (${workspaceId}, ${newId()}, 'user', 'x', 'Somebody', 'campaign.created', 'campaign', 'x', ${name})`;
  });

  async function search(path: string, q: string): Promise<unknown> {
    const route = routes.find((one) => one.method === "GET" && one.path === path);
    if (!route) throw new Error(`Nothing serves ${path}.`);
    const params = Object.fromEntries(Object.entries(mine.ids).filter(([key]) => path.includes(`{${key}}`)));
    const { body } = await call(route.handler, mine.scenario.apiKey, { params, query: { q } });
    return body.data;
  }

  it.each(contracts.filter(isSearch).map((one) => [one.name, one.path] as const))(
    "%s finds it, and nothing else",
    async (_, path) => {
      for (const q of typed) expect(await search(path, q), q).toHaveLength(1);
      for (const q of ["Ismayil", "%", "_", "\\"]) expect(await search(path, q), q).toEqual([]);
    },
  );
});

/** Codes are looked up by their key, and are no names. */
const isSearch = ({ name, query }: (typeof contracts)[number]) =>
  name.startsWith("list") && name !== "listBatchCodes" && JSON.stringify(shapeOf(query)).includes('"q"');

function shapeOf(schema: unknown): string[] {
  const def = (schema as { _zod?: { def: { in?: unknown; shape?: object } } } | undefined)?._zod?.def;
  if (def?.in) return shapeOf(def.in);
  return Object.keys(def?.shape ?? {});
}
