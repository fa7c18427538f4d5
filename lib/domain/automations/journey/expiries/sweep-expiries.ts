import type { LiveAutomation } from "@/db/queries/automations/automations";
import { setSweptUntil } from "@/db/queries/automations/automations";
import {
  type ExpiringCode,
  type ExpiringMembership,
  listExpiringCodes,
  listExpiringMemberships,
} from "@/db/queries/automations/expiries";
import { redeemUrlOf } from "@/lib/domain/coupons/links/redeem-link";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Trigger } from "../../definition";
import { type Entry, enter } from "../enter";
import { couponEnding, dayMillis, membershipEnding } from "../entry-rules";

const batchMax = 1_000;

type Expiring = Extract<Trigger, { kind: "coupon_expiring" | "membership_expiring" }>;

/** Undefined once the automation is not what it was. */
type Lock = (tx: TransactionContext, live: LiveAutomation) => Promise<{ sweptUntil: Date } | undefined>;

/** Takes in whose coupon or membership ends so many days from now, of what the last look had not come to. */
export async function sweepExpiries(
  ctx: WorkspaceContext,
  live: LiveAutomation,
  trigger: Expiring,
  lock: Lock,
): Promise<number> {
  return trigger.kind === "coupon_expiring"
    ? sweepPages<ExpiringCode>(ctx, { live, trigger, lock, list: listExpiringCodes, toEntry: codeEntry(ctx) })
    : sweepPages<ExpiringMembership>(ctx, {
        live,
        trigger,
        lock,
        list: listExpiringMemberships,
        toEntry: membershipEntry,
      });
}

type Sweep<Row> = {
  live: LiveAutomation;
  trigger: Expiring;
  lock: Lock;
  list: (
    scope: TransactionContext["scope"],
    span: {
      from: Date;
      to: Date;
      audience: LiveAutomation["definition"]["audience"];
      after: Row | undefined;
      limit: number;
    },
  ) => Promise<Row[]>;
  toEntry: (row: Row, days: number, now: Date) => Entry;
};

async function sweepPages<Row>(
  ctx: WorkspaceContext,
  { live, trigger: { days }, lock, list, toEntry }: Sweep<Row>,
): Promise<number> {
  const now = ctx.now();
  const ahead = days * dayMillis;
  const to = new Date(now.getTime() + ahead);
  const { audience } = live.definition;
  let entered = 0;
  let after: Row | undefined;
  do {
    const last: Row | undefined = after;
    after = await ctx.transaction(async (tx) => {
      const row = await lock(tx, live);
      if (!row) return undefined;
      const from = new Date(row.sweptUntil.getTime() + ahead);
      const found = await list(tx.scope, { from, to, audience, after: last, limit: batchMax });
      const entries = found.map((one) => toEntry(one, days, now));
      entered += (await enter(tx, live, entries)).length;
      if (found.length < batchMax) await setSweptUntil(tx.scope, live.id, now);
      return found.length < batchMax ? undefined : found.at(-1);
    });
  } while (after);
  return entered;
}

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
