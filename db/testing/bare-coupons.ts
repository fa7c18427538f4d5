import type { Sql } from "@/db/client";
import { type CouponItem, takeCoupons } from "@/db/queries/coupons/redemptions/take-coupons";
import { WorkspaceScope } from "@/db/scope";
import { guessBudgets } from "@/lib/domain/coupons/redemptions/guess-budgets";
import { newId } from "@/lib/platform/ids";

export type BareRedemption = Pick<
  CouponItem,
  "codeKey" | "externalId" | "orderId" | "orderMinor" | "currency"
>;

/** What the product has the database do, for a call that says everything itself. */
export const takeBareCoupon = (sql: Sql, workspaceId: string, asked: BareRedemption) =>
  takeCoupons(
    WorkspaceScope.mint(sql, workspaceId),
    [
      {
        ...asked,
        act: "redeem",
        contactId: null,
        key: newId(),
        hash: "bench",
        id: newId(),
        eventId: newId(),
        refusalId: newId(),
        source: "direct",
        metadata: {},
        stackWith: [],
        holdSeconds: null,
        network: null,
        ip: "127.0.0.1",
        userAgent: null,
        at: null,
      },
    ],
    guessBudgets,
  );
