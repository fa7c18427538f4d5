import { beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { type AudienceCondition, explainBadCondition } from "@/lib/domain/audience/audience-filter";
import { upsertContact } from "@/lib/domain/contacts/upsert-contact";
import { countMatching } from "./count-audience";

describe("the dates of an audience", () => {
  const database = useTestDatabase();
  let istanbul: Scenario;
  let newYork: Scenario;
  beforeAll(async () => {
    istanbul = await createScenario(database.sql, { timeZone: "Europe/Istanbul" });
    newYork = await createScenario(database.sql, { timeZone: "America/New_York" });
    for (const { ctx, scope } of [istanbul, newYork]) {
      await upsertContact(ctx, { externalId: "a", birthDate: "1990-05-05" });
      await scope.sql`update contacts set created_at = '2026-01-01T00:30:00+03:00' where workspace_id = ${scope.id}`;
    }
  });

  const meets = async ({ scope }: Scenario, field: string, operator: "before" | "after", value: string) =>
    (await countMatching(scope, { field, operator, value })) === 1;

  it("are those of the workspace's own calendar", async () => {
    expect(await meets(istanbul, "created_at", "after", "2026-01-01")).toBe(true);
    expect(await meets(istanbul, "created_at", "before", "2026-01-01")).toBe(false);
    expect(await meets(newYork, "created_at", "after", "2026-01-01")).toBe(false);
    expect(await meets(newYork, "created_at", "before", "2026-01-01")).toBe(true);
  });

  it("with a time of day mean it there, and with an offset the moment itself", async () => {
    expect(await meets(istanbul, "created_at", "before", "2026-01-01T00:31")).toBe(true);
    expect(await meets(newYork, "created_at", "after", "2026-01-01T00:29")).toBe(false);
    for (const workspace of [istanbul, newYork]) {
      expect(await meets(workspace, "created_at", "after", "2025-12-31T21:29:59Z")).toBe(true);
      expect(await meets(workspace, "created_at", "after", "2026-01-01T00:31:00+03:00")).toBe(false);
    }
  });

  it("compare birthdays as days, wherever", async () => {
    for (const workspace of [istanbul, newYork]) {
      expect(await meets(workspace, "birth_date", "before", "1990-05-06")).toBe(true);
      expect(await meets(workspace, "birth_date", "after", "1990-05-04")).toBe(true);
      for (const operator of ["before", "after"] as const)
        expect(await meets(workspace, "birth_date", operator, "1990-05-05")).toBe(false);
    }
    expect(await meets(istanbul, "birth_date", "before", "1990-05-05T12:00:00+03:00")).toBe(false);
  });

  it("do not follow the time zone of the database", async () => {
    await database.sql.unsafe(
      `alter database ${new URL(database.url).pathname.slice(1)} set timezone = 'Asia/Tokyo'`,
    );
    const other = connect(database.url, { poolMax: 1 });
    const [row] = await other<{ zone: string }[]>`select current_setting('timezone') as zone`;
    await other.end();
    expect(row?.zone).toBe("UTC");
  });

  it.each([
    "2026-02-30",
    "2026-13-01",
    "2026-01",
    "2026-01-01T25:00",
    "2026-01-01T10:00 Istanbul",
    "1826-01-01",
  ])("%s is refused as none", (value) => {
    const condition: AudienceCondition = { field: "created_at", operator: "after", value };
    expect(explainBadCondition(condition)).toContain("needs an ISO date");
  });
});
