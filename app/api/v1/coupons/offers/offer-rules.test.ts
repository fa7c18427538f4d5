import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { POST as createOffer, GET as listOffers } from "./route";

const fixed = { kind: "fixed", discount_basis_points: undefined, discount_minor: 500, currency: "TRY" };
const hours = (...spans: [number, number][]) => ({ hours: spans.map(([from, to]) => ({ from, to })) });
const only = (rules: object) => ({ restrictions: rules });

/** What is wrong, and the field that the refusal names. */
const refused: [string, object, string][] = [
  ["no name", { name: " " }, "name"],
  ["a name beyond 255", { name: "x".repeat(256) }, "name"],
  ["a membership without plan", { kind: "membership", discount_basis_points: undefined }, "plan_id"],
  ["a term without membership", { duration_months: 3 }, "duration_months"],
  ["days without membership", { duration_days: 3 }, "duration_days"],
  ["a percentage without number", { discount_basis_points: null }, "discount_basis_points"],
  ["more than all of it", { discount_basis_points: 10_001 }, "discount_basis_points"],
  ["an amount on a percentage", { discount_minor: 5, currency: "TRY" }, "discount_minor"],
  ["a fixed discount without amount", { ...fixed, discount_minor: null }, "discount_minor"],
  ["a percentage on a fixed discount", { ...fixed, discount_basis_points: 5 }, "discount_basis_points"],
  ["a cap on a fixed discount", { ...fixed, discount_minor_max: 5 }, "discount_minor_max"],
  ["an amount without currency", { ...fixed, currency: null }, "currency"],
  ["a budget without currency", { budget_minor: 100 }, "currency"],
  ["a cost without currency", { cost_minor: 100 }, "currency"],
  ["a minimum order without currency", only({ order_minor_min: 100 }), "currency"],
  ["a currency that is none", { currency: "XYZ" }, "currency"],
  ["half an amount", { budget_minor: 1.5, currency: "TRY" }, "budget_minor"],
  ["a limit below zero", { uses_max: -1 }, "uses_max"],
  ["more per person than in all", { uses_max: 5, uses_per_contact_max: 6 }, "uses_per_contact_max"],
  ["more per code than in all", { uses_max: 5, uses_per_code_max: 6 }, "uses_per_code_max"],
  [
    "a period that is none",
    { period_limits: [{ scope: "offer", period: "year", max: 1 }] },
    "period_limits.0.period",
  ],
  [
    "a period without uses",
    { period_limits: [{ scope: "offer", period: "day", max: 0 }] },
    "period_limits.0.max",
  ],
  [
    "the same period twice",
    {
      period_limits: [
        { scope: "code", period: "day", max: 1 },
        { scope: "code", period: "day", max: 2 },
      ],
    },
    "period_limits.1",
  ],
  [
    "an end before the start",
    { starts_at: "2026-12-01T00:00:00Z", ends_at: "2026-11-01T00:00:00Z" },
    "ends_at",
  ],
  ["a last day before the start", { starts_at: "2026-12-01T00:00:00Z", last_day: "2026-11-01" }, "last_day"],
  ["a day that is none", { last_day: "2026-02-30" }, "last_day"],
  ["an end in another age", { ends_at: "9999-01-01T00:00:00Z" }, "ends_at"],
  ["a last day that no zone sees the end of", { last_day: "2199-12-31" }, "last_day"],
  ["a zone that is none", { time_zone: "Mars/Base" }, "time_zone"],
  ["an eighth weekday", { weekdays: [8] }, "weekdays.0"],
  ["a weekday twice", { weekdays: [1, 1] }, "weekdays"],
  ["overlapping hours", hours([540, 720], [719, 800]), "hours.1"],
  ["hours that overlap over midnight", hours([1_320, 120], [60, 180]), "hours.1"],
  ["an empty span of hours", hours([540, 540]), "hours.0"],
  ["hours beyond the day", hours([0, 1_441]), "hours.0.to"],
  ["a domain with an address", only({ domains: ["ayse@company.com"] }), "restrictions.domains.0"],
  ["a domain that is a suffix", only({ domains: ["*company.com"] }), "restrictions.domains.0"],
  ["a domain twice", only({ domains: ["a.com", "A.com"] }), "restrictions.domains"],
  ["a kind of user that is none", only({ user_types: ["old"] }), "restrictions.user_types.0"],
  ["an account of less than a day", only({ account_age_days_min: 0 }), "restrictions.account_age_days_min"],
  [
    "a field that no segment has",
    only({ segment: { field: "shoe", operator: "equals", value: 1 } }),
    "restrictions.segment",
  ],
  ["a minimum order of nothing", only({ order_minor_min: 0 }), "restrictions.order_minor_min"],
  ["a rule that is none", only({ moon: "full" }), "restrictions.moon"],
  ["a class with capitals", { stacking_class: "Big" }, "stacking_class"],
  ["an exclusive offer that stacks", { stacks_with: ["shipping"] }, "stacks_with"],
  ["a policy that is none", { reversal: "sometimes" }, "reversal"],
  ["a hold of a moment", { hold_seconds: 9 }, "hold_seconds"],
  ["a hold beyond a week", { hold_seconds: 604_801 }, "hold_seconds"],
  ["a goal that is none", { goal: "fame" }, "goal"],
  ["a campaign tag beyond 100", { utm_source: "x".repeat(101) }, "utm_source"],
  ["an attribution beyond a year", { attribution_days: 366 }, "attribution_days"],
  ["a field that is none", { colour: "red" }, "colour"],
];

describe("an offer is refused", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const create = (body: object, headers = {}) =>
    call(createOffer, mine.apiKey, {
      body: { name: "Bahar", kind: "percent", discount_basis_points: 1_500, ...body },
      headers,
    });

  it.each(refused)("for %s, and the field is named", async (_, body, pointer) => {
    const { status, body: problem, text } = await create(body);
    expect([400, 422], text).toContain(status);
    const pointers = (problem.errors as { pointer: string; detail: string }[]).map((error) => error.pointer);
    expect(pointers, text).toContain(pointer);
    expect((await call(listOffers, mine.apiKey)).body.total).toBe(0);
  });

  it("with everything that is wrong at once, in the caller's language", async () => {
    const { body } = await create(
      {
        ...fixed,
        currency: null,
        discount_minor: null,
        budget_minor: 5,
        weekdays: [1, 1],
        stacks_with: ["x"],
      },
      { "accept-language": "tr" },
    );
    const errors = body.errors as { pointer: string; detail: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      "discount_minor",
      "currency",
      "weekdays",
      "stacks_with",
    ]);
    for (const { detail } of errors) expect(detail).not.toMatch(/\b(the|an?|is|needs?)\b/i);
  });
});
