import type { offers } from "@/db/schema/coupons/offers";
import { foldCode } from "@/lib/domain/coupons/codes/fold-code";
import type { DemoWorkspace } from "../demo-workspaces";
import { seedId } from "../seed-id";
import type { DemoPlan } from "./demo-plans";
import { demoCurrency } from "./demo-plans";
import { type DemoOfferKey, demoOfferKeys, demoOfferWords } from "./offer-words";

type Offer = typeof offers.$inferInsert;

export type DemoOffer = Omit<
  Offer,
  "workspaceId" | "startsAt" | "endsAt" | "lastDay" | "createdBy" | "updatedBy"
> & {
  key: DemoOfferKey;
  /** Of an offer without batches. */
  code: string | null;
  codeKey: string | null;
  /** Local days, counted from today. */
  firstDay: number;
  lastDay: number | null;
};

type Rules = Partial<Omit<DemoOffer, "kind" | "firstDay" | "key">> & Pick<DemoOffer, "kind" | "firstDay">;

/** Offers in every state, of every kind, with every sort of rule between them. */
export function demoOffers(workspace: DemoWorkspace, plans: DemoPlan[], now: Date): DemoOffer[] {
  const { slug, locale } = workspace;
  const rules = rulesOf(workspace, plans);
  return demoOfferKeys.map((key) => {
    const { name, description, code } = demoOfferWords[locale][key];
    const { firstDay } = rules[key];
    const madeAt = new Date(Math.min(now.getTime(), now.getTime() + firstDay * 86_400_000) - 3_600_000);
    return {
      key,
      id: seedId(`${slug} offer ${key}`, madeAt),
      name,
      description,
      code: code ?? null,
      codeKey: code ? (foldCode(code) ?? null) : null,
      state: "active",
      lastDay: null,
      timeZone: workspace.timeZone,
      periodLimits: [],
      restrictions: { version: 1 },
      stackingClass: "exclusive",
      stacksWith: [],
      reversal: "always",
      holdSeconds: 900,
      campaignName: name,
      createdAt: madeAt,
      updatedAt: madeAt,
      ...rules[key],
    };
  });
}

function rulesOf(workspace: DemoWorkspace, plans: DemoPlan[]): Record<DemoOfferKey, Rules> {
  const currency = demoCurrency(workspace);
  const isTurkish = currency === "TRY";
  const planOf = (position: number) => plans[position]?.id ?? null;
  const money = (lira: number, cents: number) => (isTurkish ? lira * 100 : cents);
  return {
    trial: {
      kind: "membership",
      planId: planOf(0),
      currency,
      durationDays: 14,
      usesPerCodeMax: 1,
      usesPerContactMax: 1,
      firstDay: -95,
      restrictions: { version: 1, userTypes: ["new"] },
      goal: "acquisition",
      utmSource: "partner",
      utmMedium: "card",
    },
    yearly: {
      kind: "membership",
      planId: planOf(3),
      currency,
      durationMonths: 12,
      usesMax: 5_000,
      usesPerCodeMax: 1,
      usesPerContactMax: 1,
      firstDay: -92,
      lastDay: 60,
      restrictions: { version: 1, domains: ["example.com", isTurkish ? "*.edu.tr" : "*.ac.uk"] },
      reversal: "until_start",
      goal: "retention",
      utmSource: "pushpilot",
      utmMedium: "app_push",
      costMinor: money(2_500, 9_000),
    },
    weekend: {
      kind: "percent",
      discountBasisPoints: 2_000,
      discountMinorMax: money(200, 1_500),
      currency,
      firstDay: -90,
      weekdays: [6, 7],
      hours: [{ from: 540, to: 1_380 }],
      periodLimits: [
        { scope: "contact", period: "week", max: 1 },
        { scope: "offer", period: "day", max: 250 },
      ],
      restrictions: { version: 1, orderMinorMin: money(150, 1_000) },
      stackingClass: "seasonal",
      stacksWith: ["basket"],
      goal: "retention",
    },
    basket: {
      kind: "fixed",
      discountMinor: money(50, 500),
      currency,
      usesPerContactMax: 2,
      budgetMinor: money(20_000, 200_000),
      firstDay: -60,
      lastDay: 30,
      restrictions: { version: 1, orderMinorMin: money(300, 2_000) },
      stackingClass: "basket",
      stacksWith: ["seasonal"],
      goal: "acquisition",
      costMinor: money(1_500, 5_000),
      holdSeconds: 21_600,
    },
    vip: {
      kind: "membership",
      planId: planOf(4),
      currency,
      usesMax: 40,
      usesPerCodeMax: 1,
      usesPerContactMax: 1,
      firstDay: -80,
      reversal: "never",
      goal: "retention",
    },
    autumn: {
      kind: "percent",
      discountBasisPoints: 1_500,
      usesPerCodeMax: 1,
      firstDay: -85,
      lastDay: -27,
      restrictions: { version: 1, accountAgeDaysMin: 7 },
      goal: "reactivation",
    },
    newYear: {
      kind: "fixed",
      discountMinor: money(100, 1_000),
      currency,
      usesMax: 1_000,
      usesPerContactMax: 1,
      firstDay: 28,
      lastDay: 42,
      restrictions: { version: 1, orderMinorMin: money(500, 4_000) },
      goal: "acquisition",
    },
    monthly: {
      kind: "membership",
      state: "paused",
      planId: planOf(1),
      currency,
      durationMonths: 1,
      usesPerCodeMax: 1,
      firstDay: -70,
      periodLimits: [{ scope: "contact", period: "month", max: 1 }],
      restrictions: { version: 1, accountAgeDaysMin: 60, userTypes: ["existing"] },
      goal: "reactivation",
    },
    quarterly: {
      kind: "membership",
      state: "draft",
      planId: planOf(2),
      currency,
      durationMonths: 3,
      usesMax: 500,
      usesPerContactMax: 1,
      firstDay: 7,
      restrictions: {
        version: 1,
        holderOnly: true,
        segment: { and: [{ field: "tags", operator: "contains", value: isTurkish ? "sadık" : "loyalty" }] },
      },
    },
    summer: {
      kind: "percent",
      state: "archived",
      discountBasisPoints: 1_000,
      firstDay: -90,
      lastDay: -62,
      usesPerContactMax: 1,
      restrictions: { version: 1, firstPurchaseOnly: true },
      goal: "acquisition",
    },
  };
}
