import type { RedemptionSource, RedemptionStatus } from "@/lib/domain/coupons/redemptions/redemption";
import type { DemoWorkspace } from "../demo-workspaces";
import { seedId } from "../seed-id";
import { steadyRandom } from "../steady-random";
import type { DemoBatch } from "./demo-batches";
import { demoMoments } from "./demo-moments";
import type { DemoOffer } from "./demo-offers";
import { DemoPeople } from "./demo-people";
import type { DemoPlan } from "./demo-plans";
import { demoCurrency } from "./demo-plans";
import { demoTrace } from "./demo-traces";
import type { DemoOfferKey } from "./offer-words";

/** A code that a message of a run brought somebody. */
export type DemoAllocation = { runId: string; contactId: string; seq: number; allocatedAt: Date };

export type DemoRedemption = ReturnType<typeof redemptionOf>;

type Use = { n: number; at: Date; contactId: string; codeKey: string; ordinal: number; runId: string | null };

type Demo = {
  workspace: DemoWorkspace;
  plans: DemoPlan[];
  offers: DemoOffer[];
  batches: DemoBatch[];
  allocations: DemoAllocation[];
  contactIds: string[];
  now: Date;
};

/** How often each was used; those of messages come on top. */
const usesOf: Partial<Record<DemoOfferKey, number>> = {
  trial: 190,
  yearly: 210,
  weekend: 320,
  basket: 260,
  vip: 40,
  autumn: 140,
  monthly: 60,
  summer: 110,
};

/** Every how manieth of those who got a code in a message used it. */
const usedAllocations = 17;
const heldOfBasket = 4;
const dayMillis = 86_400_000;

export function demoRedemptions(demo: Demo): DemoRedemption[] {
  const { workspace, offers, contactIds, now } = demo;
  const random = steadyRandom(`${workspace.slug} redemptions`);
  const people = new DemoPeople(contactIds, now, random);
  return offers.flatMap((offer) => {
    const uses = usesOfOffer(demo, offer, people, random);
    return uses.map((use) =>
      redemptionOf(demo, offer, use, statusOf(offer, use.n, uses.length, random), random),
    );
  });
}

function usesOfOffer(demo: Demo, offer: DemoOffer, people: DemoPeople, random: () => number): Use[] {
  const { batches, now } = demo;
  const batch = batches.find(({ offerKey }) => offerKey === offer.key);
  const isMembership = offer.kind === "membership";
  const usesMax = offer.key === "basket" ? 2 : 1;
  const moments = demoMoments(offer, { count: usesOf[offer.key] ?? 0, now, random });
  if (offer.key === "basket") {
    for (let n = 1; n <= heldOfBasket; n += 1) moments.splice(-n, 1, new Date(now.getTime() - n * 480_000));
    moments.sort((left, right) => left.getTime() - right.getTime());
  }
  const fromMessages = offer.key === "yearly" ? usesOfMessages(demo, offer, people, random) : [];
  const others = moments.map((at, n) => {
    const contactId = people.choose(at, offer.id, { isMembership, isNew: offer.key === "trial", usesMax });
    // Codes of messages are the first of a batch, those on paper the last.
    const codeKey = batch ? batch.codes.at(-1 - n)?.codeKey : offer.codeKey;
    const ordinal = people.ordinal(contactId, offer.id);
    return { at, contactId, codeKey: codeKey ?? "", ordinal, runId: null };
  });
  return [...others, ...fromMessages]
    .sort((left, right) => left.at.getTime() - right.at.getTime())
    .map((use, n) => ({ ...use, n }));
}

function usesOfMessages(
  { allocations, batches, now }: Demo,
  offer: DemoOffer,
  people: DemoPeople,
  random: () => number,
): Omit<Use, "n">[] {
  const codes = batches.find(({ offerKey }) => offerKey === offer.key)?.codes ?? [];
  return allocations
    .filter((_, n) => n % usedAllocations === 0)
    .flatMap(({ runId, contactId, seq, allocatedAt }) => {
      const at = new Date(Math.floor(allocatedAt.getTime() + 120_000 + random() ** 3 * 6 * dayMillis));
      if (at >= now || !people.take(contactId, offer.id, { isMembership: true, usesMax: 1 })) return [];
      return [{ at, contactId, codeKey: codes[seq]?.codeKey ?? "", ordinal: 1, runId }];
    });
}

function statusOf({ key }: DemoOffer, n: number, count: number, random: () => number): RedemptionStatus {
  const luck = random();
  if (key === "vip") return "redeemed";
  if (key === "basket" && n >= count - heldOfBasket) return "held";
  // A year that has begun is not taken back.
  if (luck < 0.035 && key !== "yearly") return "rolled_back";
  return luck < 0.06 ? "released" : "redeemed";
}

const sources: readonly RedemptionSource[] = ["direct", "direct", "direct", "api", "email", "social"];

function redemptionOf(
  { workspace, plans, batches, now }: Demo,
  offer: DemoOffer,
  { n, at, contactId, codeKey, ordinal, runId }: Use,
  status: RedemptionStatus,
  random: () => number,
) {
  const plan = plans.find(({ id }) => id === offer.planId);
  const minimum = offer.restrictions.orderMinorMin ?? (workspace.locale === "tr" ? 12_000 : 900);
  const basket = plan ? null : Math.round(minimum * (1 + random() ** 2 * 3));
  const given = Math.min(
    basket ?? 0,
    offer.discountMinor ??
      Math.min(
        offer.discountMinorMax ?? Infinity,
        Math.round(((basket ?? 0) * (offer.discountBasisPoints ?? 0)) / 10_000),
      ),
  );
  const isTaken = status === "redeemed" || status === "rolled_back";
  const isReversed = status === "released" || status === "rolled_back";
  return {
    id: seedId(`${workspace.slug} redemption ${offer.key} ${n}`, at),
    key: `demo-${offer.key}-${n}`,
    offerId: offer.id,
    codeKey,
    batchId: batches.find(({ offerKey }) => offerKey === offer.key)?.id ?? null,
    contactId,
    ordinal,
    status,
    holdExpiresAt: status === "held" ? new Date(now.getTime() + 4 * 3_600_000) : null,
    planId: plan?.id ?? null,
    tier: plan?.tier ?? null,
    listMinor: plan?.priceMinor ?? basket,
    paidMinor: plan ? (offer.key === "yearly" ? plan.discountPriceMinor : 0) : (basket ?? 0) - given,
    currency: demoCurrency(workspace),
    months: offer.durationMonths ?? null,
    days: offer.durationDays ?? null,
    orderId: plan
      ? null
      : `${workspace.locale === "tr" ? "LM" : "HC"}-${offer.key.toUpperCase()}-${10_001 + n}`,
    orderMinor: basket,
    runId,
    source: runId ? "push" : (sources[Math.floor(random() * sources.length)] ?? "direct"),
    ...demoTrace(random),
    createdAt: at,
    redeemedAt: isTaken ? new Date(at.getTime() + (random() < 0.5 ? 0 : 240_000)) : null,
    reversedAt: isReversed
      ? new Date(
          Math.min(
            now.getTime(),
            at.getTime() + (status === "released" ? 900_000 : dayMillis * (1 + random())),
          ),
        )
      : null,
    reversalReason: isReversed ? reasonOf(status, workspace, random) : null,
  };
}

function reasonOf(status: RedemptionStatus, { locale }: DemoWorkspace, random: () => number): string {
  if (status === "released") return random() < 0.5 ? "hold_expired" : "payment_failed";
  const words = {
    en: ["Order returned", "Used by mistake"],
    tr: ["Sipariş iade edildi", "Yanlışlıkla kullanıldı"],
  };
  return words[locale][random() < 0.7 ? 0 : 1] ?? "";
}
