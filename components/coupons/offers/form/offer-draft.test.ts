import { describe, expect, it } from "vitest";
import { draftOf, fieldsOfDraft, findDraftProblems, isAsRefused } from "./offer-draft";

const draft = draftOf(undefined, {
  startsAt: new Date("2026-12-01T00:00:00Z"),
  timeZone: "Europe/London",
  currency: "USD",
});

describe("an offer's form", () => {
  it("tells everything that is missing at once", () => {
    expect(findDraftProblems(draft)).toEqual({ name: "nameRequired", plan_id: "planRequired" });
    expect(findDraftProblems({ ...draft, name: "Spring", kind: "fixed" })).toEqual({
      discount_minor: "amountRequired",
    });
  });

  it.each([null, 0, 10_001, 25_000])("takes a percentage of %s hundredths for a mistake", (share) => {
    const typed = { ...draft, name: "Spring", kind: "percent", discountBasisPoints: share } as const;
    expect(findDraftProblems(typed)).toEqual({ discount_basis_points: "percentRange" });
  });

  it("has nothing against a whole draft", () => {
    expect(
      findDraftProblems({ ...draft, name: "Spring", kind: "percent", discountBasisPoints: 10_000 }),
    ).toEqual({});
  });

  it("understands domains typed as addresses end", () => {
    const { restrictions } = fieldsOfDraft({ ...draft, domains: "@Company.com\n*.tech.com" });
    expect(restrictions.domains).toEqual(["company.com", "*.tech.com"]);
  });

  it("forgets what was wrong with a field as soon as the field changes, and with no other", () => {
    const mended = {
      ...draft,
      domains: "company.com",
      usesMax: 5,
      restrictions: { ...draft.restrictions, orderMinorMin: 500 },
    };
    for (const pointer of ["restrictions.domains.0", "uses_max", "restrictions.order_minor_min"]) {
      expect(isAsRefused(pointer, draft, draft)).toBe(true);
      expect(isAsRefused(pointer, draft, mended)).toBe(false);
    }
    expect(isAsRefused("stacks_with.1", draft, mended)).toBe(true);
    expect(isAsRefused("restrictions.account_age_days_min", draft, mended)).toBe(true);
  });
});
