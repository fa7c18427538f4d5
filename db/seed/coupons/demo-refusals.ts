import { foldCode } from "@/lib/domain/coupons/codes/fold-code";
import type { DemoWorkspace } from "../demo-workspaces";
import { seedId } from "../seed-id";
import { steadyRandom } from "../steady-random";
import type { DemoBatch } from "./demo-batches";
import type { DemoOffer } from "./demo-offers";
import type { DemoRedemption } from "./demo-redemptions";
import { demoTrace } from "./demo-traces";
import type { DemoOfferKey } from "./offer-words";

type Kind = {
  offer: DemoOfferKey | null;
  count: number;
  act: string;
  reason: string;
  rule?: string;
  seen?: (offer: DemoOffer, at: Date, random: () => number) => string;
  needed?: (offer: DemoOffer) => string;
  /** Days back from now within which they were. */
  daysBack?: [number, number];
};

const minimumOf = (offer: DemoOffer) => offer.restrictions.orderMinorMin ?? 0;

/** What was refused, in the proportions of a shop: mostly baskets that are too small and codes used twice. */
const kinds: readonly Kind[] = [
  {
    offer: "basket",
    count: 74,
    act: "validate",
    reason: "not_eligible",
    rule: "order_minimum",
    seen: (offer, _, random) => String(Math.round(minimumOf(offer) * (0.4 + random() * 0.58))),
    needed: (offer) => String(minimumOf(offer)),
    daysBack: [0, 58],
  },
  {
    offer: "weekend",
    count: 48,
    act: "redeem",
    reason: "not_now",
    rule: "weekdays",
    seen: (_, at) => String(((at.getUTCDay() + 6) % 7) + 1),
    needed: () => "6,7",
  },
  {
    offer: "weekend",
    count: 31,
    act: "redeem",
    reason: "period_limit",
    rule: "contact_week",
    seen: () => "1",
    needed: () => "1",
  },
  {
    offer: "yearly",
    count: 22,
    act: "redeem",
    reason: "code_exhausted",
    seen: () => "1",
    needed: () => "1",
  },
  {
    offer: "yearly",
    count: 12,
    act: "validate",
    reason: "not_eligible",
    rule: "domains",
    seen: () => "example.org",
    needed: ({ restrictions }) => (restrictions.domains ?? []).join(", "),
  },
  {
    offer: "trial",
    count: 26,
    act: "redeem",
    reason: "not_eligible",
    rule: "user_types",
    seen: () => "existing",
    needed: () => "new",
  },
  {
    offer: "vip",
    count: 35,
    act: "redeem",
    reason: "exhausted",
    seen: () => "40",
    needed: () => "40",
    daysBack: [0, 30],
  },
  {
    offer: "autumn",
    count: 29,
    act: "redeem",
    reason: "expired",
    seen: (_, at) => at.toISOString(),
    daysBack: [0, 24],
  },
  { offer: "monthly", count: 14, act: "redeem", reason: "paused", daysBack: [0, 5] },
  { offer: "basket", count: 9, act: "commit", reason: "hold_expired", daysBack: [0, 50] },
  { offer: "yearly", count: 6, act: "rollback", reason: "reversal_refused", rule: "until_start" },
  { offer: null, count: 40, act: "validate", reason: "not_found" },
];

const guesses = 64;
const dayMillis = 86_400_000;

export type DemoRefusal = ReturnType<typeof refusalOf>;

type Demo = {
  workspace: DemoWorkspace;
  offers: DemoOffer[];
  batches: DemoBatch[];
  redemptions: DemoRedemption[];
  contactIds: string[];
  now: Date;
};

/** Refusals of ninety days, and ten minutes in which somebody guessed. */
export function demoRefusals(demo: Demo): DemoRefusal[] {
  const random = steadyRandom(`${demo.workspace.slug} refusals`);
  const scattered = kinds.flatMap((kind) =>
    Array.from({ length: kind.count }, () => {
      const [from, to] = kind.daysBack ?? [0, 88];
      const day = from + random() ** 1.4 * (to - from);
      const at = new Date(Math.floor(demo.now.getTime() - 900_000 - day * dayMillis));
      return { kind, at: kind.rule === "weekdays" ? onWorkday(at) : at, ...demoTrace(random) };
    }),
  );
  const attack = Array.from({ length: guesses }, (_, n) => ({
    kind: {
      offer: n % 30 === 29 ? ("yearly" as const) : null,
      count: 1,
      act: "validate",
      reason: n % 30 === 29 ? "honeytoken" : "not_found",
    },
    at: new Date(demo.now.getTime() - 3 * dayMillis + n * 9_000),
    ip: "192.0.2.66",
    userAgent: "python-requests/2.32.3",
  }));
  return [...scattered, ...attack].map((attempt, n) => refusalOf(demo, attempt, n, random));
}

const onWorkday = (at: Date): Date =>
  at.getUTCDay() % 6 === 0 ? new Date(at.getTime() - 2 * dayMillis) : at;

function refusalOf(
  { workspace, offers, batches, redemptions, contactIds }: Demo,
  { kind, at, ip, userAgent }: { kind: Kind; at: Date; ip: string; userAgent: string },
  n: number,
  random: () => number,
) {
  const offer = offers.find(({ key }) => key === kind.offer);
  const batch = batches.find(({ offerKey }) => offerKey === kind.offer);
  // Whoever was refused after using it is somebody who used it.
  const used = redemptions.filter((use) => use.offerId === offer?.id && use.createdAt < at);
  const use = used[Math.floor(random() * used.length)];
  return {
    id: seedId(`${workspace.slug} refusal ${n}`, at),
    act: kind.act,
    reason: kind.reason,
    rule: kind.rule ?? null,
    seen: offer && kind.seen ? kind.seen(offer, at, random) : null,
    needed: offer && kind.needed ? kind.needed(offer) : null,
    offerId: offer?.id ?? null,
    batchId: batch?.id ?? null,
    codeKey: codeKeyOf(kind, offer, batch, use, random),
    contactId: kind.offer ? (use?.contactId ?? null) : null,
    ip,
    userAgent,
    at,
    // Half of those who mistype are known.
    ...(kind.reason === "not_found" &&
      random() < 0.5 && { contactId: contactIds[Math.floor(random() * 1_000)] ?? null }),
  };
}

function codeKeyOf(
  { reason }: Kind,
  offer: DemoOffer | undefined,
  batch: DemoBatch | undefined,
  use: DemoRedemption | undefined,
  random: () => number,
): string {
  if (reason === "honeytoken") return batch?.honeytokens[0]?.codeKey ?? "";
  if (offer?.codeKey) return offer.codeKey;
  if (reason === "code_exhausted" || reason === "reversal_refused") return use?.codeKey ?? "";
  if (batch) return batch.codes[Math.floor(random() * batch.codes.length)]?.codeKey ?? "";
  return (
    foldCode(
      `${Math.floor(random() * 2 ** 32).toString(36)}${Math.floor(random() * 2 ** 20).toString(36)}`,
    ) ?? ""
  );
}
