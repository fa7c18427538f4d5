import { listStock } from "@/db/queries/coupons/allocation/coupon-stock";
import type { WorkspaceScope } from "@/db/scope";
import type { Content } from "@/lib/domain/content/content";
import { leavesHole, mentionsCoupon } from "./coupon-in-content";
import type { CouponProblem } from "./coupon-problem";
import { toStock } from "./list-code-stock";

type CouponMessage = {
  contents: readonly Content[];
  couponBatchId: string | null;
  couponHoldoutPercent: number;
};

/** How many codes so many people take. */
export const codesNeeded = (people: number, holdoutPercent: number): number =>
  Math.ceil((people * (100 - holdoutPercent)) / 100);

/**
 * What is wrong between a message and the batch it gives codes of. `countPeople` is only asked where codes can run out;
 * absent where nobody knows how many there will be.
 */
export async function findCouponProblems(
  scope: WorkspaceScope,
  message: CouponMessage,
  now: Date,
  countPeople?: () => Promise<number>,
): Promise<CouponProblem[]> {
  const { contents, couponBatchId, couponHoldoutPercent } = message;
  const says = contents.some(mentionsCoupon);
  if (couponBatchId === null) return says ? [withoutBatch] : [];
  const [row] = await listStock(scope, { batchIds: [couponBatchId], limit: 1 });
  if (!row || row.source === "sandbox" || row.isDisabled) return [unusable];
  const stock = toStock(row);
  const problems: CouponProblem[] = [];
  const { offerState, offerName: offer, endsAt } = stock;
  if (offerState === "archived" || (endsAt && endsAt <= now)) problems.push({ ...over, values: { offer } });
  else if (offerState !== "active") problems.push({ ...notActive, values: { offer } });
  if (!says && contents.length > 0) problems.push(withoutCoupon);
  if (couponHoldoutPercent > 0 && contents.some(leavesHole)) problems.push(unguarded(couponHoldoutPercent));
  if (countPeople && stock.makeable === 0) {
    const needed = codesNeeded(await countPeople(), couponHoldoutPercent);
    if (needed > stock.free) problems.push(short(needed, stock.free));
  }
  return problems;
}

const withoutBatch: CouponProblem = {
  severity: "blocking",
  code: "coupon_without_batch",
  field: "coupon_batch_id",
  values: {},
  detail:
    "The message shows a coupon: choose the batch its codes come from, or take the coupon out of the text.",
};

const withoutCoupon: CouponProblem = {
  severity: "warning",
  code: "batch_without_coupon",
  field: "contents",
  values: {},
  detail:
    "A batch is chosen and the message does not say {{ coupon.code }}: each person takes a code unseen.",
};

const unusable: CouponProblem = {
  severity: "blocking",
  code: "batch_unusable",
  field: "coupon_batch_id",
  values: {},
  detail: "No message gives codes of this batch. Choose another one.",
};

const over: CouponProblem = {
  severity: "blocking",
  code: "offer_over",
  field: "coupon_batch_id",
  values: {},
  detail:
    "The offer of this batch is over: nobody could use the codes. Choose another batch, or move the offer's end.",
};

const notActive: CouponProblem = {
  severity: "warning",
  code: "offer_not_active",
  field: "coupon_batch_id",
  values: {},
  detail: "The offer of this batch is not active: until it is, its codes are refused.",
};

const unguarded = (percent: number): CouponProblem => ({
  severity: "blocking",
  code: "coupon_unguarded",
  field: "contents",
  values: { percent },
  detail: `${percent} % get the message without a code. Put what speaks of it between {% if coupon.code %} and {% endif %}.`,
});

const short = (needed: number, free: number): CouponProblem => ({
  severity: "blocking",
  code: "codes_short",
  field: "coupon_batch_id",
  values: { needed, free, missing: needed - free },
  detail: `${needed} people need a code and ${free} are left: add ${needed - free} to the batch, or narrow the audience.`,
});
