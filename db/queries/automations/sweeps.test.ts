import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { planOf } from "@/db/testing/plan-of";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { everyone } from "@/lib/domain/audience/audience-filter";
import { listCelebrants, listSilent, type SilentContact } from "./sweeps";

describe("who is due by the calendar", () => {
  const database = useTestDatabase();
  let mine: Scenario;

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.scope.sql`
      insert into contacts (workspace_id, id, attributes, tags, birth_date, last_active_at)
      select ${mine.workspaceId}, uuidv7(), '{}', '{}', date '1980-01-01' + n, timestamptz '2026-01-01Z' + n * interval '1 hour'
      from generate_series(1, 6000) as n`;
    await database.sql`analyze contacts`;
  });

  const celebrants = { days: [229, 614, 615, 616], audience: everyone, after: undefined, limit: 1_000 };
  const at = (text: string) => new Date(text);

  it("is found by the day of the birthday alone, not among everybody who has one", async () => {
    const plan = await planOf(mine.scope, (scope) => listCelebrants(scope, celebrants));
    expect(plan).toMatch(/contacts_birthday/);
    expect(plan).toMatch(/Index Cond: .*birth_day = ANY/);
    const found = await listCelebrants(mine.scope, celebrants);
    expect(new Set(found.map(({ birthDate }) => birthDate.slice(5)))).toEqual(
      new Set(["02-29", "06-14", "06-15", "06-16"]),
    );
  });

  it("is found by the stretch of time of the last activity alone", async () => {
    const silence = {
      from: at("2026-02-01T00:00:00Z"),
      before: at("2026-02-02T00:00:00Z"),
      audience: everyone,
    };
    const plan = await planOf(mine.scope, (scope) =>
      listSilent(scope, { ...silence, after: undefined, limit: 1_000 }),
    );
    expect(plan).toMatch(/contacts_last_active/);
    expect(plan).toMatch(/Index Cond: .*last_active_at >= .*last_active_at </);
  });

  it("is given page by page to the end, however finely the clock ticked", async () => {
    await mine.scope.sql`
      insert into contacts (workspace_id, id, attributes, tags, last_active_at)
      select ${mine.workspaceId}, uuidv7(), '{}', '{}', timestamptz '2025-06-01T00:00:00.000456Z' + (n % 2) * interval '1 us'
      from generate_series(1, 5) as n`;
    const seen: string[] = [];
    let after: SilentContact | undefined;
    for (let page = 0; page < 10; page += 1) {
      const span = { from: at("2025-01-01T00:00:00Z"), before: at("2025-12-01T00:00:00Z") };
      const found = await listSilent(mine.scope, { ...span, audience: everyone, after, limit: 2 });
      seen.push(...found.map(({ id }) => id));
      after = found.at(-1);
      if (!after) break;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });
});
