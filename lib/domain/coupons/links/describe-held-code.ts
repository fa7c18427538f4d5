import { findHeldCode, type HeldCode } from "@/db/queries/coupons/allocation/find-held-code";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { sandboxCode } from "../allocation/coupon-words";
import { foldCode } from "../codes/fold-code";
import type { HeldCodeState } from "./held-code-state";
import type { RedeemClaim } from "./redeem-link";

/** What the holder of a link is shown. */
export type DescribedCode = {
  state: HeldCodeState;
  /** Null when it is not theirs any more. */
  code: string | null;
  offer: string;
  description: string;
  workspace: string;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  locale: string | null;
};

const nothing: DescribedCode = {
  state: "unknown",
  code: null,
  offer: "",
  description: "",
  workspace: "",
  startsAt: null,
  endsAt: null,
  timeZone: "UTC",
  locale: null,
};

export async function describeHeldCode(ctx: WorkspaceContext, claim: RedeemClaim): Promise<DescribedCode> {
  ctx.require("coupons.read");
  if (claim.codeKey === foldCode(sandboxCode)) return { ...nothing, state: "test", code: sandboxCode };
  const held = await findHeldCode(ctx.scope, claim);
  if (!held) return nothing;
  const { offerName: offer, offerDescription: description, workspaceName: workspace, ...rest } = held;
  return { ...rest, offer, description, workspace, state: stateOf(held, ctx.now()) };
}

/** Without asking who redeems: what is true for whoever comes with it now. */
function stateOf(held: HeldCode, now: Date): HeldCodeState {
  const { offerState, startsAt, endsAt, usesPerCodeMax, uses, isDisabled, isExhausted } = held;
  if (isDisabled) return "unknown";
  if (usesPerCodeMax !== null && uses >= usesPerCodeMax) return "used";
  // A link lasts as long as its offer, however that was changed.
  const isOver = endsAt !== null && endsAt <= now;
  if (offerState === "archived" || isOver || isExhausted) return "over";
  if (offerState !== "active") return "paused";
  return startsAt > now ? "not_started" : "usable";
}
