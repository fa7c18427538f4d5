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
  beforeAll(async () => {
    // As autovacuum does now and then: the planner takes for empty what is being filled, and must not need hours.
    const counting = setInterval(() => void database.sql`analyze`.catch(() => undefined), 500);
    await seedDemo(database.sql, { credentials, now });
    clearInterval(counting);
  }, 120_000);

  const scopes = () => demoWorkspaces.map(({ id }) => WorkspaceScope.mint(database.sql, id));

  it("has 5,000 contacts and 60 campaigns over two workspaces", async () => {
    let contacts = 0;
    let campaigns = 0;
    for (const scope of scopes()) {
      const [row] = await scope.sql<{ contacts: number; campaigns: number }>`
        select (select count(*) from contacts where workspace_id = ${scope.id})::int as contacts,
          (select count(*) from campaigns where workspace_id = ${scope.id} and automation_id is null)::int as campaigns`;
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

  it("has automations whose figures agree with the people inside and those who left", async () => {
    for (const scope of scopes()) {
      const rows = await scope.sql<Record<string, unknown>>`
        select a.status, count(e.id)::int as people,
          (select coalesce(sum(people), 0)::int from automation_totals t where t.workspace_id = a.workspace_id
            and t.automation_id = a.id and t.outcome = 'entered') as entered,
          count(*) filter (where e.status = 'active' and e.due_at < ${now})::int as late,
          count(*) filter (where e.status = 'active')::int > 0 as "hasPeopleInside"
        from automations a left join enrolments e on e.workspace_id = a.workspace_id and e.automation_id = a.id
        where a.workspace_id = ${scope.id} group by a.workspace_id, a.id order by a.id`;
      expect(rows).toEqual([
        { status: "live", people: 260, entered: 260, late: 0, hasPeopleInside: true },
        { status: "live", people: 0, entered: 0, late: 0, hasPeopleInside: false },
        { status: "draft", people: 0, entered: 0, late: 0, hasPeopleInside: false },
      ]);
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
