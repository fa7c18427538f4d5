import { claimsOf } from "@/lib/platform/auth/signed-claim";
import { publicUrl } from "@/lib/platform/env";
import { uuidBytes, uuidText } from "@/lib/platform/ids";
import { codeCharsMax } from "../codes/fold-code";

/** Whose code it is; `expiresAt` null: as long as the offer. */
export type RedeemClaim = {
  workspaceId: string;
  contactId: string;
  codeKey: string;
  expiresAt: Date | null;
};

const claims = claimsOf("redeem");
const fixedBytes = 16 + 16 + 4;

/** Names a code and the person it is for under our signature. */
export const redeemUrlOf = (claim: RedeemClaim): string => `${publicUrl()}/r/${redeemTokenOf(claim)}`;

export function redeemTokenOf({ workspaceId, contactId, codeKey, expiresAt }: RedeemClaim): string {
  const end = Buffer.alloc(4);
  end.writeUInt32BE(expiresAt ? Math.min(0xffffffff, Math.ceil(expiresAt.getTime() / 1_000)) : 0);
  const parts = [uuidBytes(workspaceId), uuidBytes(contactId), end, Buffer.from(codeKey, "ascii")];
  return claims.sign(Buffer.concat(parts));
}

/** Undefined for whatever is not ours. */
export function readRedeemToken(token: string): RedeemClaim | undefined {
  const claim = claims.read(token);
  const length = (claim?.length ?? 0) - fixedBytes;
  if (!claim || length < 1 || length > codeCharsMax) return undefined;
  const seconds = claim.readUInt32BE(32);
  return {
    workspaceId: uuidText(claim),
    contactId: uuidText(claim, 16),
    codeKey: claim.toString("ascii", fixedBytes),
    expiresAt: seconds === 0 ? null : new Date(seconds * 1_000),
  };
}
