import type { Fragment } from "@/db/client";
import { type Order, pageOf } from "@/db/keyset";
import type { memberships } from "@/db/schema/coupons/plans";
import type { WorkspaceScope } from "@/db/scope";
import type { MembershipTier } from "@/lib/domain/coupons/plans/plan";
import type { PageRequest } from "@/lib/platform/paging";

export type MembershipRow = Pick<
  typeof memberships.$inferSelect,
  "contactId" | "planId" | "anchorAt" | "expiresAt" | "updatedAt"
> & {
  tier: MembershipTier;
  planName: string | null;
  externalId: string | null;
  firstName: string;
  lastName: string;
  /** Sorts as the end does; those without end come last. */
  endKey: string;
};

export type MembershipFilter = {
  contactIds?: readonly string[] | undefined;
  tier?: readonly MembershipTier[] | undefined;
  /** `live` lasts longer than the soon of `soonAt`. */
  expiry?: readonly ("live" | "soon" | "over" | "never")[] | undefined;
  now: Date;
  soonAt: Date;
};

const keys = [
  ["end_key", "endKey"],
  ["contact_id", "contactId"],
] as const;

export const membershipOrders: Record<"expires_at" | "-expires_at", Order<"endKey" | "contactId">> = {
  expires_at: { direction: "asc", keys },
  "-expires_at": { direction: "desc", keys },
};

export async function listMemberships(
  scope: WorkspaceScope,
  filter: MembershipFilter,
  sort: keyof typeof membershipOrders,
  page: PageRequest,
): Promise<MembershipRow[]> {
  const { fragment } = scope;
  return scope.sql<MembershipRow>`
    with listed as (
      select m.contact_id, m.plan_id, p.name as plan_name, m.tier, m.anchor_at, m.expires_at, m.updated_at, c.external_id,
        c.first_name, c.last_name,
        coalesce(to_char(m.expires_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), '99999999') collate "C" as end_key
      from memberships m
      join contacts c on c.workspace_id = ${scope.id} and c.id = m.contact_id
      left join membership_plans p on p.workspace_id = ${scope.id} and p.id = m.plan_id
      where m.workspace_id = ${scope.id}
        ${filter.contactIds ? fragment`and m.contact_id = any(${filter.contactIds}::uuid[])` : fragment``}
        ${filter.tier ? fragment`and m.tier = any(${filter.tier})` : fragment``}
        ${filter.expiry ? fragment`and (${expiryOf(scope, filter)})` : fragment``})
    select * from listed where true ${pageOf(scope, membershipOrders[sort], page)}`;
}

function expiryOf(scope: WorkspaceScope, { expiry = [], now, soonAt }: MembershipFilter): Fragment {
  const { fragment } = scope;
  const of = {
    never: fragment`m.expires_at is null`,
    over: fragment`m.expires_at <= ${now}`,
    soon: fragment`(m.expires_at > ${now} and m.expires_at <= ${soonAt})`,
    live: fragment`m.expires_at > ${soonAt}`,
  };
  return expiry.map((word) => of[word]).reduce((so, part) => fragment`${so} or ${part}`);
}

/** The codes that messages brought somebody, the newest first. */
export type GivenCode = {
  code: string;
  offerId: string;
  offerName: string;
  batchId: string;
  batchCode: string;
  allocatedAt: Date;
  campaignId: string | null;
  campaignName: string | null;
  isUsed: boolean;
};

export async function listGivenCodes(
  scope: WorkspaceScope,
  contactId: string,
  limit: number,
): Promise<GivenCode[]> {
  return scope.sql<GivenCode>`
    select k.code, o.id as offer_id, o.name as offer_name, b.id as batch_id, b.batch_code, a.allocated_at, m.id as campaign_id,
      m.name as campaign_name, k.uses > 0 as is_used
    from code_allocations a
    join coupon_codes k on k.workspace_id = ${scope.id} and k.batch_id = a.batch_id and k.seq = a.seq
    join coupon_batches b on b.workspace_id = ${scope.id} and b.id = a.batch_id
    join offers o on o.workspace_id = ${scope.id} and o.id = b.offer_id
    left join runs u on u.workspace_id = ${scope.id} and u.id = a.run_id
    left join campaigns m on m.workspace_id = ${scope.id} and m.id = u.campaign_id and m.automation_id is null
    where a.workspace_id = ${scope.id} and a.contact_id = ${contactId}
    order by a.allocated_at desc limit ${limit}`;
}
