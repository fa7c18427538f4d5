import type { LiveAutomation } from "@/db/queries/automations/automations";
import {
  type ExpiringCode,
  type ExpiringMembership,
  listExpiringCodes,
  listExpiringMemberships,
} from "@/db/queries/automations/expiries";
import type { WorkspaceScope } from "@/db/scope";
import { redeemUrlOf } from "@/lib/domain/coupons/links/redeem-link";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Trigger } from "../../definition";
import type { Entry } from "../enter";
import { couponEnding, dayMillis, membershipEnding } from "../entry-rules";
import { type Page, sweepPages } from "./sweep-pages";

type Expiring = Extract<Trigger, { kind: "coupon_expiring" | "membership_expiring" }>;

/** Takes in whose coupon or membership ends so many days from now, of what the last look had not come to. */
export function sweepExpiries(
  ctx: WorkspaceContext,
  live: LiveAutomation,
  { kind, days }: Expiring,
): Promise<number> {
  const until = ctx.now();
  const ahead = days * dayMillis;
  const to = new Date(until.getTime() + ahead);
  const sweepEnding = <Row>(list: ListEnding<Row>, toEntry: (row: Row, days: number, now: Date) => Entry) =>
    sweepPages<Row>(ctx, {
      live,
      until,
      list: (scope, { sweptUntil }, page) =>
        list(scope, { ...page, from: new Date(sweptUntil.getTime() + ahead), to }),
      toEntries: (row) => [toEntry(row, days, until)],
    });
  return kind === "coupon_expiring"
    ? sweepEnding(listExpiringCodes, codeEntry(ctx))
    : sweepEnding(listExpiringMemberships, membershipEntry);
}

type ListEnding<Row> = (scope: WorkspaceScope, span: Page<Row> & { from: Date; to: Date }) => Promise<Row[]>;

/** The message may say the very code that is about to end. */
const codeEntry =
  ({ workspaceId }: WorkspaceContext) =>
  ({ contactId, batchId, seq, code, codeKey, ...offer }: ExpiringCode, days: number, now: Date): Entry => ({
    ...couponEnding({ ...offer, batchId, seq }, days),
    contactId,
    dueAt: now,
    triggeredAt: now,
    properties: {
      code,
      offer: offer.offerName,
      expires_at: offer.endsAt.toISOString(),
      url: redeemUrlOf({ workspaceId, contactId, codeKey, expiresAt: offer.endsAt }),
    },
  });

const membershipEntry = (
  { contactId, tier, planName, expiresAt }: ExpiringMembership,
  days: number,
  now: Date,
): Entry => ({
  ...membershipEnding(expiresAt, days),
  contactId,
  dueAt: now,
  triggeredAt: now,
  properties: { tier, plan: planName ?? "", expires_at: expiresAt.toISOString() },
});
