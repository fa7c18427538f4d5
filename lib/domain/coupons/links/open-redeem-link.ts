import { contextOfHook } from "@/lib/platform/context/hook-context";
import { type DescribedCode, describeHeldCode } from "./describe-held-code";
import { readRedeemToken } from "./redeem-link";

/** Undefined for whatever is not a link of ours. */
export async function openRedeemLink(token: string): Promise<DescribedCode | undefined> {
  const claim = readRedeemToken(token);
  const ctx = claim && (await contextOfHook("redeem-link", claim.workspaceId));
  return claim && ctx && describeHeldCode(ctx, claim);
}
