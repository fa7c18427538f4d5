import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPlan } from "./create-plan";
import { usualCurrency } from "./usual-currency";

describe("the currency that plans and offers begin with", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
  });

  it("is that of the language only while the workspace names none", async () => {
    expect(await usualCurrency(mine.ctx, "tr")).toBe("TRY");
    expect(await usualCurrency(mine.ctx, "en")).toBe("USD");
  });

  it("is the money of the workspace, whatever language is read, and of no other workspace", async () => {
    const other = await createScenario(database.sql);
    await createPlan(mine.ctx, {
      name: "Gold",
      tier: "yearly",
      durationMonths: 12,
      durationDays: null,
      priceMinor: 1_000,
      currency: "EUR",
    });
    expect(await usualCurrency(mine.ctx, "tr")).toBe("EUR");
    expect(await usualCurrency(other.ctx, "tr")).toBe("TRY");
  });
});
