import type { WorkspaceScope } from "@/db/scope";
import type { RefusalReason } from "@/lib/domain/coupons/redemptions/refusal";
import type { RedemptionRow } from "./redemption-row";

/** What ends a hold, or takes a redemption back, as `settle_coupon` reads it. */
export type Settlement = {
  act: "commit" | "release" | "rollback";
  redemptionId: string;
  refusalId: string;
  eventId: string;
  note: string | null;
  ip: string | null;
  userAgent: string | null;
};

export type SettlementAnswer =
  | { reason: "commit" | "release" | "rollback" | "replayed"; redemption: RedemptionRow }
  | { reason: "not_found" }
  | { reason: RefusalReason; rule: string | null; seen: string | null; needed: string | null };

export async function settleCoupon(
  scope: WorkspaceScope,
  settlement: Settlement,
): Promise<SettlementAnswer | undefined> {
  const [row] = await scope.single<{ answer: SettlementAnswer }>`
    select settle_coupon(${scope.entering}, ${scope.json(settlement)}) as answer`;
  return row?.answer;
}
