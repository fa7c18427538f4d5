import { beforeAll, describe, expect, it } from "vitest";
import { WorkspaceScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { newDemoCredentials } from "./demo-credentials";
import { demoWorkspaces } from "./demo-workspaces";
import { seedDemo } from "./seed-demo";

describe("the demo", () => {
  const database = useTestDatabase();
  const credentials = newDemoCredentials();
  const now = new Date();
  beforeAll(() => seedDemo(database.sql, { credentials, now }), 60_000);

  const scopes = () => demoWorkspaces.map(({ id }) => WorkspaceScope.mint(database.sql, id));

  it("has 5,000 contacts and 60 campaigns over two workspaces", async () => {
    let contacts = 0;
    let campaigns = 0;
    for (const scope of scopes()) {
      const [row] = await scope.sql<{ contacts: number; campaigns: number }>`
        select (select count(*) from contacts where workspace_id = ${scope.id})::int as contacts,
          (select count(*) from campaigns where workspace_id = ${scope.id})::int as campaigns`;
      contacts += row?.contacts ?? 0;
      campaigns += row?.campaigns ?? 0;
    }
    expect({ contacts, campaigns }).toEqual({ contacts: 5_000, campaigns: 60 });
  });

  it("has people who came one after another, in the order in which they are listed", async () => {
    for (const scope of scopes()) {
      const [row] = await scope.sql`
        select count(*) filter (where created_at < before)::int as disordered,
          min(created_at) < ${now} - interval '500 days' as "isOld", max(created_at) <= ${now} as "isPast"
        from (select created_at, lag(created_at) over (order by id) as before
          from contacts where workspace_id = ${scope.id}) as listed`;
      expect(row).toEqual({ disordered: 0, isOld: true, isPast: true });
    }
  });

  it("has ledgers that balance and rollups that agree with them", async () => {
    for (const scope of scopes()) {
      const odd = await scope.sql`
        select r.id from runs r join run_chunks k on k.workspace_id = r.workspace_id and k.run_id = r.id
        where r.workspace_id = ${scope.id} and (r.audience_count <> k.sent + k.failed + k.skipped
          or k.sent <> (select sum(h.sent) from campaign_hours h where h.workspace_id = ${scope.id} and h.campaign_id = r.campaign_id))`;
      expect(odd).toEqual([]);
    }
  });

  it("is made once: another start adds nothing", async () => {
    const count = () => database.sql`select count(*)::int as count from workspaces`;
    const before = await count();
    await seedDemo(database.sql, { credentials, now });
    expect(await count()).toEqual(before);
    for (const scope of scopes()) {
      const rows = await scope.sql<{ count: number }>`
        select count(*)::int as count from contacts where workspace_id = ${scope.id}`;
      expect(rows[0]?.count).toBe(2_500);
    }
  });
});
