import fc from "fast-check";
import { expect, it } from "vitest";
import { averageOrderOf, couponRatesOf, roiOf, type Sums } from "./rates";

const nothing: Sums = {
  impressions: 0,
  clicks: 0,
  issued: 0,
  redemptions: 0,
  broughtRedemptions: 0,
  contacts: 0,
  broughtContacts: 0,
  paid: 0,
  orders: 0,
};

it("says nothing of what has nothing to be divided by", () => {
  expect(couponRatesOf(nothing)).toEqual({
    clickRate: null,
    clickToRedemptionRate: null,
    redemptionRate: null,
    paidRate: null,
  });
  expect(averageOrderOf({ cashMinor: 0, paid: 0 })).toBeNull();
  expect(roiOf(10_000, null)).toBeNull();
  expect(roiOf(10_000, 0)).toBeNull();
});

it("tells zero from nothing known", () => {
  expect(couponRatesOf({ ...nothing, impressions: 5, issued: 4 })).toMatchObject({
    clickRate: 0,
    redemptionRate: 0,
  });
  expect(roiOf(0, 500)).toBe(-1);
});

it("divides people by people, and redemptions of given codes by given codes", () => {
  const sums = {
    ...nothing,
    impressions: 1_000,
    clicks: 250,
    issued: 800,
    redemptions: 300,
    broughtRedemptions: 120,
    contacts: 200,
    broughtContacts: 100,
    paid: 90,
  };
  expect(couponRatesOf(sums)).toEqual({
    clickRate: 25,
    clickToRedemptionRate: 40,
    redemptionRate: 15,
    paidRate: 30,
  });
  expect(averageOrderOf({ cashMinor: 100_001, paid: 2 })).toBe(50_001);
  expect(roiOf(15_000, 10_000)).toBe(0.5);
});

it("is the ratio of sums: what each part adds weighs as much as its size", () => {
  const part = fc.record({ issued: fc.nat(10_000), broughtRedemptions: fc.nat(10_000) });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      const issued = parts.reduce((sum, one) => sum + one.issued, 0);
      const broughtRedemptions = parts.reduce((sum, one) => sum + one.broughtRedemptions, 0);
      const { redemptionRate } = couponRatesOf({ ...nothing, issued, broughtRedemptions });
      if (issued === 0) expect(redemptionRate).toBeNull();
      else expect(redemptionRate).toBeCloseTo((broughtRedemptions / issued) * 100, 1);
    }),
  );
});
