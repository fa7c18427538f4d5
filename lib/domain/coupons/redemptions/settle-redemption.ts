import {
  type Settlement,
  type SettlementAnswer,
  settleCoupon,
} from "@/db/queries/coupons/redemptions/settle-coupon";
import { announceCoupons } from "@/lib/domain/runs/announce-progress";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { requireTrusted, storableAddress } from "./coupon-request";
import { type RedemptionReceipt, toReceipt } from "./redemption-receipt";
import { refusalError } from "./refusal";

type Reference = { redemptionId: string };

/** Makes a hold a redemption. A late one is refused: the use may be somebody else's by then. */
export async function commitHold(ctx: WorkspaceContext, input: Reference): Promise<RedemptionReceipt> {
  ctx.require("coupons.redeem");
  return toldReceipt(ctx, await settle(ctx, "commit", input));
}

export async function releaseHold(ctx: WorkspaceContext, input: Reference): Promise<RedemptionReceipt> {
  ctx.require("coupons.redeem");
  return toldReceipt(ctx, await settle(ctx, "release", input));
}

/** Takes a redemption back where the offer's policy allows it: the use is free again, and a membership loses what it was given. */
export async function rollBackRedemption(
  ctx: WorkspaceContext,
  { reason, ...input }: Reference & { reason?: string | undefined },
): Promise<RedemptionReceipt> {
  ctx.require("coupons.rollback");
  const answer = await ctx.transaction(async (tx) => {
    const settled = await settle(tx, "rollback", input, reason);
    if (settled.reason !== "rollback") return settled;
    const { id, code, offerName } = settled.redemption;
    const after = { offer: offerName, ...(reason !== undefined && { reason }) };
    await tx.audit("redemption.rolled_back", { kind: "redemption", id, name: code }, { after });
    return settled;
  });
  // Told only now: what was refused is written down all the same.
  return toldReceipt(ctx, answer);
}

async function settle(
  ctx: WorkspaceContext,
  act: Settlement["act"],
  { redemptionId }: Reference,
  note: string | null = null,
): Promise<SettlementAnswer> {
  requireTrusted(ctx);
  const { ip = null, userAgent = null } = ctx.origin ?? {};
  const answer = await settleCoupon(ctx.scope, {
    act,
    redemptionId,
    note,
    refusalId: newId(),
    eventId: newId(),
    ip: storableAddress(ip),
    userAgent,
  });
  if (!answer) throw new Error("A function gives one row.");
  return answer;
}

/** After the commit. A refusal is news, too. */
function toldReceipt(ctx: WorkspaceContext, answer: SettlementAnswer): RedemptionReceipt {
  if (!("redemption" in answer || "rule" in answer)) throw notFound();
  if (answer.reason !== "replayed") announceCoupons(ctx);
  if ("redemption" in answer) return toReceipt(answer.redemption, answer.reason === "replayed");
  throw refusalError(answer);
}
