import { connect } from "@/db/client";
import { WorkspaceScope } from "@/db/scope";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { provideEnv } from "@/lib/platform/env";
import { isAppError } from "@/lib/platform/errors";
import type { CouponRequest } from "../coupon-request";
import { redeemCode } from "../redeem-code";
import { redeemAlone } from "./redeem-alone";

export type Orders = {
  url: string;
  workspaceId: string;
  connections: number;
  /** Whom each attempt is for. */
  people: string[];
  /** In turn. */
  codes: string[];
  /** Each attempt a call of its own, all at once, instead of sharing some. */
  isAlone: boolean;
  idempotencyKey?: string;
};

/** How many attempts ended in which way. */
export type Outcomes = Record<string, number>;

/** As a server of its own: its own module state, its own connections, all attempts at once. */
async function redeemAll({ url, workspaceId, connections, people, codes, isAlone, idempotencyKey }: Orders) {
  provideEnv({ PUSHPILOT_LOG: "silent" });
  const sql = connect(url, { poolMax: connections });
  const scope = WorkspaceScope.mint(sql, workspaceId);
  const ctx = new WorkspaceContext({ scope, actor: { kind: "system", id: "test", name: "test" } });
  const outcomes: Outcomes = {};
  await Promise.all(
    people.map(async (externalId, n) => {
      const code = codes[n % codes.length] ?? "";
      const request = {
        code,
        idempotencyKey,
        externalId,
        order: { id: `of-${code}`, totalMinor: 1_000, currency: "TRY" },
      };
      const outcome = await (isAlone ? redeemAlone(ctx, request) : redeemTogether(ctx, request));
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }),
  );
  await sql.end();
  return outcomes;
}

const redeemTogether = (ctx: WorkspaceContext, request: CouponRequest): Promise<string> =>
  redeemCode(ctx, request).then(
    ({ isReplayed }) => (isReplayed ? "replayed" : "redeemed"),
    (error: unknown) => (isAppError(error) ? String(error.details.reason) : String(error)),
  );

process.once("message", (orders: Orders) => {
  void redeemAll(orders).then((outcomes) => process.send?.(outcomes));
});
process.send?.("ready");
