import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { audienceCondition } from "../audience/audience-condition";

export type ExpiringCode = {
  contactId: string;
  batchId: string;
  seq: number;
  code: string;
  codeKey: string;
  offerId: string;
  offerName: string;
  timeZone: string;
  endsAt: Date;
};

type Span<Place> = {
  /** Of the end: after the first and up to the last. */
  from: Date;
  to: Date;
  audience: AudienceFilter;
  after: Place | undefined;
  limit: number;
};

/** Codes that somebody was given and nobody has used, of active offers that end in a stretch of time. */
export function listExpiringCodes(
  scope: WorkspaceScope,
  { from, to, audience, after, limit }: Span<Pick<ExpiringCode, "batchId" | "seq">>,
): Promise<ExpiringCode[]> {
  return scope.sql<ExpiringCode>`
    with ending as materialized (
      select b.id, o.id as offer_id, o.name as offer_name, o.time_zone, o.ends_at
      from offers o join coupon_batches b on b.workspace_id = ${scope.id} and b.offer_id = o.id
      where o.workspace_id = ${scope.id} and o.state = 'active' and o.ends_at > ${from} and o.ends_at <= ${to})
    select a.contact_id, a.batch_id, a.seq, k.code, k.code_key, e.offer_id, e.offer_name, e.time_zone, e.ends_at
    from ending e
    join code_allocations a on a.workspace_id = ${scope.id} and a.batch_id = e.id
    join coupon_codes k on k.workspace_id = ${scope.id} and k.batch_id = a.batch_id and k.seq = a.seq
    join contacts c on c.workspace_id = ${scope.id} and c.id = a.contact_id
    where k.uses = 0 and not k.is_disabled and c.erased_at is null and ${audienceCondition(scope, audience)}
      ${after ? scope.fragment`and (a.batch_id, a.seq) > (${after.batchId}::uuid, ${after.seq}::int)` : scope.fragment``}
    order by a.batch_id, a.seq limit ${limit}`;
}

export type ExpiringMembership = {
  contactId: string;
  tier: string;
  planName: string | null;
  expiresAt: Date;
  /** `expiresAt` to the microsecond, where a page ends. */
  place: string;
};

/** Whose membership ends in a stretch of time. */
export function listExpiringMemberships(
  scope: WorkspaceScope,
  { from, to, audience, after, limit }: Span<Pick<ExpiringMembership, "place" | "contactId">>,
): Promise<ExpiringMembership[]> {
  return scope.sql<ExpiringMembership>`
    select m.contact_id, m.tier, p.name as plan_name, m.expires_at, m.expires_at::text as place
    from memberships m join contacts c on c.workspace_id = ${scope.id} and c.id = m.contact_id
    left join membership_plans p on p.workspace_id = ${scope.id} and p.id = m.plan_id
    where m.workspace_id = ${scope.id} and m.expires_at > ${from} and m.expires_at <= ${to}
      and c.erased_at is null and ${audienceCondition(scope, audience)}
      ${after ? scope.fragment`and (m.expires_at, m.contact_id) > (${after.place}::text::timestamptz, ${after.contactId}::uuid)` : scope.fragment``}
    order by m.expires_at, m.contact_id limit ${limit}`;
}

/** Which of these codes are used, as "batch seq". */
export async function listUsedCodes(
  scope: WorkspaceScope,
  codes: readonly { batchId: string; seq: number }[],
): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const rows = await scope.sql<{ batchId: string; seq: number }>`
    select k.batch_id, k.seq
    from unnest(${codes.map(({ batchId }) => batchId)}::uuid[], ${codes.map(({ seq }) => seq)}::int[]) as w(batch_id, seq)
    join coupon_codes k on k.workspace_id = ${scope.id} and k.batch_id = w.batch_id and k.seq = w.seq
    where k.uses > 0`;
  return new Set(rows.map(({ batchId, seq }) => `${batchId} ${seq}`));
}

export async function listMembershipEnds(
  scope: WorkspaceScope,
  contactIds: readonly string[],
): Promise<Map<string, Date | null>> {
  if (contactIds.length === 0) return new Map();
  const rows = await scope.sql<{ contactId: string; expiresAt: Date | null }>`
    select contact_id, expires_at from memberships
    where workspace_id = ${scope.id} and contact_id = any(${[...contactIds]}::uuid[])`;
  return new Map(rows.map(({ contactId, expiresAt }) => [contactId, expiresAt]));
}
