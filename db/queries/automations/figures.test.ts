import { beforeAll, describe, expect, it } from "vitest";
import { define } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { planOf } from "@/db/testing/plan-of";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createAutomation } from "@/lib/domain/automations/create-automation";
import { firstIdAt, newId } from "@/lib/platform/ids";
import { listDays, listVersionsWithPeople, listWaiting } from "./figures";
import { findAutomationWithFigures } from "./list-automations";

const dayMillis = 86_400_000;

describe("the figures of an automation that many went through", () => {
  const database = useTestDatabase();
  const now = Date.now();
  let mine: Scenario;
  let automation: string;

  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    automation = (await createAutomation(mine.ctx, { name: "Old", definition: define({}) })).id;
    const { scope, workspaceId } = mine;
    await scope.sql`
      insert into automation_versions (workspace_id, automation_id, number, definition, published_by)
      values (${workspaceId}, ${automation}, 1, '{}', 'me')`;
    const contact = newId();
    await scope.sql`
      insert into contacts (workspace_id, id, attributes, tags) values (${workspaceId}, ${contact}, '{}', '{}')`;
    // Ten a day for two years; whoever came in within the last day is inside.
    const rows = Array.from({ length: 7_300 }, (_, n) => {
      const at = new Date(now - (n / 10) * dayMillis - 1_000);
      return { id: idAt(at, n), at, isOver: n >= 10 };
    });
    await scope.sql`
      insert into enrolments (workspace_id, id, automation_id, version_number, contact_id, entry_key, subject, status,
        triggered_at, properties, entered_at, ended_at)
      select ${workspaceId}, r.id, ${automation}, 1, ${contact}, r.id::text, '{}',
        case when r."isOver" then 'completed' else 'active' end, r.at, '{}', r.at,
        case when r."isOver" then r.at + interval '1 hour' end
      from jsonb_to_recordset(${scope.json(rows)}) as r(id uuid, at timestamptz, "isOver" boolean)`;
    await database.sql`vacuum analyze enrolments`;
  });

  const idAt = (at: Date, n: number) => `${firstIdAt(at).slice(0, -12)}${n.toString(16).padStart(12, "0")}`;
  const from = new Date(now - 30 * dayMillis);

  it("are read of the days shown alone", async () => {
    const plan = await planOf(mine.scope, (scope) => listDays(scope, automation, from));
    expect(plan).toMatch(/enrolments_\w+ on enrolments e [\s\S]*Index Cond: .*\(id >= /);
    expect(plan).toMatch(/enrolments_ended[\s\S]*Index Cond: .*ended_at >= /);
    const days = await listDays(mine.scope, automation, from);
    expect(days.reduce((sum, { entered }) => sum + entered, 0)).toBe(300);
  });

  it.each([
    ["steps", (scope: Scenario["scope"]) => listWaiting(scope, automation)],
    ["versions", (scope: Scenario["scope"]) => listVersionsWithPeople(scope, automation)],
    ["the list", (scope: Scenario["scope"]) => findAutomationWithFigures(scope, automation)],
  ])("count who is inside from an index alone, for %s", async (_, query) => {
    const plan = await planOf(mine.scope, query);
    expect(plan).toMatch(/Index Only Scan using enrolments_waiting/);
    expect(await listWaiting(mine.scope, automation)).toEqual([{ stepId: null, people: 10 }]);
  });
});
