import { createHmac, timingSafeEqual } from "node:crypto";
import { formerKeys, purposeKey } from "@/lib/platform/auth/secrets";
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

const macLengthBytes = 16;
const fixedLengthBytes = 16 + 16 + 4;

/** Names a code and the person it is for under our signature. */
export const redeemUrlOf = (claim: RedeemClaim): string => `${publicUrl()}/r/${redeemTokenOf(claim)}`;

export function redeemTokenOf({ workspaceId, contactId, codeKey, expiresAt }: RedeemClaim): string {
  const end = Buffer.alloc(4);
  end.writeUInt32BE(expiresAt ? Math.min(0xffffffff, Math.ceil(expiresAt.getTime() / 1_000)) : 0);
  const claim = Buffer.concat([
    uuidBytes(workspaceId),
    uuidBytes(contactId),
    end,
    Buffer.from(codeKey, "ascii"),
  ]);
  return Buffer.concat([claim, macOf(purposeKey("links"), claim)]).toString("base64url");
}

/** Undefined for whatever is not ours. */
export function readRedeemToken(token: string): RedeemClaim | undefined {
  const bytes = Buffer.from(token, "base64url");
  const length = bytes.length - fixedLengthBytes - macLengthBytes;
  if (length < 1 || length > codeCharsMax || bytes.toString("base64url") !== token) return undefined;
  const claim = bytes.subarray(0, -macLengthBytes);
  if (!isOurs(claim, bytes.subarray(-macLengthBytes))) return undefined;
  const seconds = claim.readUInt32BE(32);
  return {
    workspaceId: uuidText(claim),
    contactId: uuidText(claim, 16),
    codeKey: claim.toString("ascii", fixedLengthBytes),
    expiresAt: seconds === 0 ? null : new Date(seconds * 1_000),
  };
}

const isOurs = (claim: Buffer, mac: Buffer): boolean =>
  [purposeKey("links"), ...formerKeys("links")].some((key) => timingSafeEqual(mac, macOf(key, claim)));

const macOf = (key: Buffer, claim: Buffer): Buffer =>
  createHmac("sha256", key).update("redeem").update(claim).digest().subarray(0, macLengthBytes);
