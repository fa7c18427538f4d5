import type { MembershipTier } from "@/lib/domain/coupons/plans/plan";
import type { DemoWorkspace } from "../demo-workspaces";
import { seedId } from "../seed-id";

export type DemoPlan = {
  id: string;
  name: string;
  tier: MembershipTier;
  months: number | null;
  days: number | null;
  priceMinor: number;
  discountPriceMinor: number | null;
  currency: string;
  features: string[];
  position: number;
  isActive: boolean;
};

const words = {
  en: {
    currency: "USD",
    names: ["Try it", "Monthly", "Quarterly", "Yearly", "Founders", "Yearly (2025)"],
    features: ["Free delivery", "Members' prices", "First to hear of new beans", "Two tastings a year"],
    prices: [0, 599, 1_599, 5_400, 14_900, 4_800],
  },
  tr: {
    currency: "TRY",
    names: ["Deneme", "Aylık", "Üç aylık", "Yıllık", "Kurucu", "Yıllık (2025)"],
    features: [
      "Ücretsiz teslimat",
      "Üyelere özel fiyatlar",
      "Yeni ürünlerden ilk sen haberdar ol",
      "Yılda iki atölye",
    ],
    prices: [0, 14_900, 39_900, 129_000, 349_000, 99_000],
  },
} as const;

const terms: readonly Pick<DemoPlan, "tier" | "months" | "days">[] = [
  { tier: "trial", months: null, days: 14 },
  { tier: "monthly", months: 1, days: null },
  { tier: "quarterly", months: 3, days: null },
  { tier: "yearly", months: 12, days: null },
  { tier: "unlimited", months: null, days: null },
  { tier: "yearly", months: 12, days: null },
];

export const demoCurrency = ({ locale }: DemoWorkspace): string => words[locale].currency;

/** A plan in each tier, and last year's price of one. */
export function demoPlans({ slug, locale }: DemoWorkspace, madeAt: Date): DemoPlan[] {
  const { currency, names, features, prices } = words[locale];
  return terms.map((term, n) => ({
    ...term,
    id: seedId(`${slug} plan ${n}`, madeAt),
    name: names[n] ?? "",
    priceMinor: prices[n] ?? 0,
    // A year is what coupons make cheaper.
    discountPriceMinor: n === 3 ? Math.round((prices[n] ?? 0) * 0.75) : null,
    currency,
    features: features.slice(0, Math.min(n, 3) + 1),
    position: n,
    isActive: n < 5,
  }));
}
