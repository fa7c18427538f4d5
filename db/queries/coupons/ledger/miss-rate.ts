import type { WorkspaceScope } from "@/db/scope";

export type MissCounts = {
  /** Codes that nobody has, of the last day. */
  missed: number;
  honeytokens: number;
  /** All codes that were tried in the last day, refused or not. */
  attempts: number;
  /** Misses a day of the four weeks before. */
  usualPerDay: number;
};

const missing = ["not_found", "honeytoken"];

export async function countMisses(
  scope: WorkspaceScope,
  { dayAgoId, weeksAgoId, usualDays }: { dayAgoId: string; weeksAgoId: string; usualDays: number },
): Promise<MissCounts> {
  const [row] = await scope.sql<MissCounts>`
    select
      (select count(*)::int from coupon_refusals where workspace_id = ${scope.id} and reason = any(${missing}) and id >= ${dayAgoId})
        as missed,
      (select count(*)::int from coupon_refusals where workspace_id = ${scope.id} and reason = 'honeytoken' and id >= ${dayAgoId})
        as honeytokens,
      (select count(*)::int from coupon_refusals where workspace_id = ${scope.id} and id >= ${dayAgoId})
        + (select count(*)::int from coupon_redemptions where workspace_id = ${scope.id} and id >= ${dayAgoId}) as attempts,
      (select count(*)::float8 from coupon_refusals where workspace_id = ${scope.id} and reason = any(${missing})
        and id >= ${weeksAgoId} and id < ${dayAgoId}) / ${usualDays} as usual_per_day`;
  return row ?? { missed: 0, honeytokens: 0, attempts: 0, usualPerDay: 0 };
}
