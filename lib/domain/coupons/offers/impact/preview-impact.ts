import { findMatchingContacts, findUseFacts, sumGranted } from "@/db/queries/coupons/offers/use-facts";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { fieldsOf, type OfferFields } from "../offer-fields";
import { loadOffer, loadPlanOfOffer } from "../own-offer";
import { assertSound, inCurrencyOfPlan, type OfferChange, withChange } from "../resolve-offer";
import { type FlipRule, judgeUses, type Rules, type UseFacts } from "./judge-use";

/** Of each, the newest. */
const usesMax = 1_000;

type Flips = { checked: number; flipped: number; rules: { rule: FlipRule; count: number }[] };

/** Uses that pass the rules as they are and would fail the changed ones. */
export async function previewImpact(
  ctx: WorkspaceContext,
  { offerId, ...change }: OfferChange & { offerId: string },
): Promise<{ redemptions: Flips; holds: Flips }> {
  ctx.require("coupons.write");
  const before = fieldsOf(await loadOffer(ctx, offerId));
  const asked = withChange(before, change);
  const plan = await loadPlanOfOffer(ctx.scope, asked.planId);
  const after = inCurrencyOfPlan(asked, plan);
  assertSound(after, plan);
  const uses = await findUseFacts(ctx.scope, { offerId, usesMax });
  const isBudgeted = before.budgetMinor !== null || after.budgetMinor !== null;
  const given = isBudgeted ? await sumGranted(ctx.scope, offerId) : 0;
  const givenBefore = given - uses.reduce((sum, { grantedMinor }) => sum + grantedMinor, 0);
  const judge = async (fields: OfferFields) =>
    judgeUses(uses, await rulesOf(ctx, fields, uses), Math.max(0, givenBefore));
  const [now, then] = [await judge(before), await judge(after)];
  const flipsOf = (status: UseFacts["status"]): Flips => {
    const some = uses.filter((use) => use.status === status);
    const rules = some.flatMap(({ id }) => (now.get(id) === undefined ? (then.get(id) ?? []) : []));
    return { checked: some.length, flipped: rules.length, rules: countRules(rules) };
  };
  return { redemptions: flipsOf("redeemed"), holds: flipsOf("held") };
}

async function rulesOf(ctx: WorkspaceContext, fields: OfferFields, uses: UseFacts[]): Promise<Rules> {
  const inside = fields.restrictions.segment && (await membersOf(ctx, fields.restrictions.segment, uses));
  return { fields, isInSegment: (contactId) => contactId !== null && (inside?.has(contactId) ?? true) };
}

async function membersOf(
  ctx: WorkspaceContext,
  segment: AudienceFilter,
  uses: UseFacts[],
): Promise<Set<string>> {
  const contactIds = [...new Set(uses.flatMap(({ contactId }) => contactId ?? []))];
  return new Set(await findMatchingContacts(ctx.scope, segment, contactIds));
}

function countRules(rules: FlipRule[]): Flips["rules"] {
  const counts = new Map<FlipRule, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((left, right) => right.count - left.count);
}
