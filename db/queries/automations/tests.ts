import type { Fragment } from "@/db/client";
import type { automationTests } from "@/db/schema/automations";
import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Scenario } from "@/lib/domain/automations/tests/scenario";
import { audienceCondition } from "../audience/audience-condition";

export type AutomationTestRow = typeof automationTests.$inferSelect;

type Kept = Pick<AutomationTestRow, "automationId" | "id" | "name" | "scenario">;

/** Undefined where there is no such automation. */
export async function listTests(
  scope: WorkspaceScope,
  automationId: string,
): Promise<AutomationTestRow[] | undefined> {
  const rows = await scope.sql<Omit<AutomationTestRow, "id"> & { id: string | null }>`
    select t.* from automations a
    left join automation_tests t on t.workspace_id = ${scope.id} and t.automation_id = a.id
    where a.workspace_id = ${scope.id} and a.id = ${automationId} order by t.id`;
  if (rows.length === 0) return undefined;
  return rows.filter((row): row is AutomationTestRow => row.id !== null);
}

export async function countTests(scope: WorkspaceScope, automationId: string): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from automation_tests
    where workspace_id = ${scope.id} and automation_id = ${automationId}`;
  return rows[0]?.count ?? 0;
}

export async function insertTest(tx: WorkspaceScope, test: Kept): Promise<AutomationTestRow> {
  const [row] = await tx.sql<AutomationTestRow>`
    insert into automation_tests (workspace_id, automation_id, id, name, scenario)
    values (${tx.id}, ${test.automationId}, ${test.id}, ${test.name}, ${tx.json(test.scenario)}) returning *`;
  if (!row) throw new Error("An insert gives its row.");
  return row;
}

export async function updateTest(tx: WorkspaceScope, test: Kept): Promise<AutomationTestRow | undefined> {
  const rows = await tx.sql<AutomationTestRow>`
    update automation_tests set name = ${test.name}, scenario = ${tx.json(test.scenario)}, updated_at = now()
    where workspace_id = ${tx.id} and automation_id = ${test.automationId} and id = ${test.id} returning *`;
  return rows[0];
}

/** Gives its name. */
export async function deleteTest(
  tx: WorkspaceScope,
  automationId: string,
  id: string,
): Promise<string | undefined> {
  const rows = await tx.sql<{ name: string }>`
    delete from automation_tests where workspace_id = ${tx.id} and automation_id = ${automationId} and id = ${id}
    returning name`;
  return rows[0]?.name;
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** Whether a person who is only supposed would match each filter: asked by the same words as of everybody else. */
export async function meetsAsSupposed(
  scope: WorkspaceScope,
  { traits, timeZone, birthDate }: Scenario["person"],
  filters: readonly AudienceFilter[],
): Promise<boolean[]> {
  const text = (name: string) => (traits[name] === undefined ? null : String(traits[name]));
  const attributes = Object.fromEntries(
    Object.entries(traits).flatMap(([name, value]) =>
      name.startsWith("attributes.") ? [[name.slice("attributes.".length), value]] : [],
    ),
  );
  const tags =
    text("tags")
      ?.split(",")
      .map((tag) => tag.trim()) ?? [];
  const all = filters.reduce<Fragment | undefined>((so, filter) => {
    const next = scope.fragment`(${audienceCondition(scope, filter)})::boolean`;
    return so ? scope.fragment`${so}, ${next}` : next;
  }, undefined);
  if (!all) return [];
  const [row] = await scope.sql<{ matches: (boolean | null)[] }>`
    select array[${all}] as matches
    from (select ${nobody}::uuid as id, ${text("external_id")}::text as external_id, ${text("kind") ?? "user"}::text as kind,
      ${text("first_name") ?? ""}::text as first_name, ${text("last_name") ?? ""}::text as last_name,
      ${text("locale")}::text as locale, ${timeZone}::text as time_zone, ${text("country")}::text as country,
      ${text("city")}::text as city, ${tags}::text[] as tags, ${birthDate}::date as birth_date,
      now() as last_active_at, now() as created_at, ${scope.json(attributes)}::jsonb as attributes) c`;
  return filters.map((_, position) => row?.matches[position] ?? false);
}
