import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { contracts } from "@/lib/contracts/registry";
import { toWireId } from "@/lib/contracts/wire/ids";
import { createApiKey } from "@/lib/domain/api-keys/create-api-key";
import { createAutomation } from "@/lib/domain/automations/create-automation";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { emptyContent } from "@/lib/domain/content/content";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { createTemplate } from "@/lib/domain/templates/create-template";
import { call } from "@/lib/platform/testing/call";
import { insertCouponLists } from "./testing/coupon-lists";
import { loadRoutes, type ServedRoute } from "./testing/load-routes";

type Row = { id?: string; user_id?: string; code?: string };

/** Names occur twice, so that only ids tell those rows apart. */
const names = ["Ada", "Çınar", "Ada", "zeynep", "Çınar"];
const limit = 2;

describe("walking through a list", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let routes: ServedRoute[];
  let coupons: { offerId: string; batchId: string };
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    routes = await loadRoutes();
    const { ctx } = mine;
    await ctx.transaction(createSandboxProviders);
    await bulkUpsertContacts(ctx, {
      contacts: names.map((firstName, n) => ({ externalId: `${n}`, firstName })),
    });
    for (const [n, name] of names.entries()) {
      await createAutomation(ctx, { name });
      await createCampaign(ctx, { name, channelType: "sms" });
      await createApiKey(ctx, { name, scopes: ["read"] });
      await createTemplate(ctx, { name, channel: "sms", contents: [{ ...emptyContent, body: "x" }] });
      await signInMember(database.sql, mine, n % 2 ? "viewer" : "admin");
    }
    coupons = await insertCouponLists(mine.scope, names);
    await mine.scope.sql`
      update members set last_active_at = now() where workspace_id = ${mine.workspaceId} and role = 'admin'`;
  });

  async function read(path: string, query: Record<string, string>) {
    const route = routes.find((one) => one.method === "GET" && one.path === path);
    if (!route) throw new Error(`Nothing serves ${path}.`);
    const own = {
      workspace_id: toWireId("workspace", mine.workspaceId),
      offer_id: toWireId("offer", coupons.offerId),
      batch_id: toWireId("batch", coupons.batchId),
    };
    const params = Object.entries(own).filter(([key]) => path.includes(`{${key}}`));
    const { status, body } = await call(route.handler, mine.apiKey, {
      params: Object.fromEntries(params),
      query,
    });
    const rows = (body.data ?? []) as Row[];
    return {
      status,
      ids: rows.map(({ id, user_id, code }) => id ?? user_id ?? code),
      next: body.next_cursor as string | null,
    };
  }

  async function byCursor(path: string, query: Record<string, string>): Promise<unknown[]> {
    const ids: unknown[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const page: Awaited<ReturnType<typeof read>> = await read(path, { ...query, ...(after && { after }) });
      ids.push(...page.ids);
      after = page.next;
    }
    return ids;
  }

  async function byPage(path: string, query: Record<string, string>): Promise<unknown[]> {
    const ids: unknown[] = [];
    for (let page = 1; ; page += 1) {
      const found = await read(path, { ...query, page: String(page) });
      ids.push(...found.ids);
      if (found.next === null) return ids;
    }
  }

  it.each(contracts.filter(hasPages).map((one) => [one.name, one.path] as const))(
    "%s shows each row once, in the same order by cursor and by page, forwards and backwards",
    async (_, path) => {
      for (const sort of ["created_at", "name", "last_active_at"]) {
        const orders: unknown[][] = [];
        for (const query of [{ sort }, { sort: `-${sort}` }]) {
          const whole = await read(path, { ...query, limit: "100" });
          if (whole.status === 400) continue;
          expect(whole.status).toBe(200);
          const small = { ...query, limit: String(limit) };
          expect(await byCursor(path, small), query.sort).toEqual(whole.ids);
          expect(await byPage(path, small), query.sort).toEqual(whole.ids);
          expect(new Set(whole.ids).size, query.sort).toBe(whole.ids.length);
          expect(whole.ids.length).toBeGreaterThanOrEqual(names.length);
          orders.push(whole.ids);
        }
        if (orders[0] && orders[1]) expect(orders[1].toReversed()).toEqual(orders[0]);
      }
    },
  );
});

const hasPages = ({ method, query }: (typeof contracts)[number]) => {
  const fields = shapeOf(query);
  return method === "GET" && fields.includes("page") && fields.includes("after");
};

function shapeOf(schema: unknown): string[] {
  const def = (schema as { _zod?: { def: { in?: unknown; shape?: object } } } | undefined)?._zod?.def;
  if (def?.in) return shapeOf(def.in);
  return Object.keys(def?.shape ?? {});
}
