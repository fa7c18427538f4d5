import { hash } from "node:crypto";
import { isIP } from "node:net";
import type { CouponItem } from "@/db/queries/coupons/redemptions/take-coupons";
import { originsOf, type WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { forbidden, invalidField } from "@/lib/platform/errors";
import { callerNetwork } from "@/lib/platform/http/caller-network";
import { newId } from "@/lib/platform/ids";
import { foldCode } from "../codes/fold-code";
import type { RedemptionSource } from "./redemption";

export type CouponOrder = { id: string; totalMinor: number; currency: string };

/** What somebody wants to do with a code. */
export type CouponRequest = {
  code: string;
  contactId?: string | undefined;
  externalId?: string | undefined;
  order?: CouponOrder | undefined;
  source?: RedemptionSource | undefined;
  metadata?: Record<string, unknown> | undefined;
  /** Other codes of the same order. */
  stackWith?: string[] | undefined;
  holdSeconds?: number | undefined;
  idempotencyKey?: string | undefined;
};

type Act = CouponItem["act"];

const idempotencyKeyCharsMax = 255;

/** The address alone: a link-local one names a network card behind it, `fe80::1%eth0`, which Postgres refuses. */
export function storableAddress(ip: string | null): string | null {
  const [address = ""] = ip?.split("%") ?? [];
  return isIP(address) > 0 ? address : null;
}

/** A public page asks for a person it cannot vouch for. */
export const isPublic = ({ actor }: WorkspaceContext): boolean => originsOf(actor) !== undefined;

/** Changing anything takes somebody who knows who the person is. */
export function requireTrusted(ctx: WorkspaceContext): void {
  if (!isPublic(ctx)) return;
  throw forbidden("A publishable key may validate codes. Redeem them from your server, with a secret key.", {
    reason: "secret_key_required",
  });
}

export function toCouponItem(ctx: WorkspaceContext, act: Act, request: CouponRequest, at?: Date): CouponItem {
  const { contactId, externalId, order, idempotencyKey } = request;
  if ((contactId === undefined) === (externalId === undefined))
    throw invalidField(
      "contact_id",
      "Say whom it is for: contact_id or external_id, one of them.",
      "required",
    );
  if (idempotencyKey === "" || (idempotencyKey?.length ?? 0) > idempotencyKeyCharsMax)
    throw invalidField("Idempotency-Key", `Between 1 and ${idempotencyKeyCharsMax} characters.`);
  const codeKey = foldedOrNobodys(request.code);
  const asked = {
    act,
    codeKey,
    contactId: contactId ?? null,
    externalId: externalId ?? null,
    orderId: order?.id ?? null,
    orderMinor: order?.totalMinor ?? null,
    currency: order?.currency ?? null,
    source: request.source ?? "direct",
    metadata: request.metadata ?? {},
    stackWith: [...new Set((request.stackWith ?? []).map(foldedOrNobodys))].filter((key) => key !== codeKey),
    holdSeconds: request.holdSeconds ?? null,
  };
  const { ip = null, userAgent = null } = ctx.origin ?? {};
  return {
    ...asked,
    key: idempotencyKey ?? newId(),
    hash: hash("sha256", JSON.stringify(asked), "base64url"),
    id: newId(),
    eventId: newId(),
    refusalId: at ? null : newId(),
    network: isPublic(ctx) ? callerNetwork(ip) : null,
    ip: storableAddress(ip),
    userAgent,
    at: at?.toISOString() ?? null,
  };
}

/** What folds to nothing is no code of anybody's, and is refused as such: telling it apart would teach guessers. */
const foldedOrNobodys = (code: string): string => foldCode(code) ?? "";
