import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { Invariant, InvariantCheck, InvariantFinding } from "@/lib/domain/coupons/ledger/invariant";

type Statement = (scope: WorkspaceScope) => Fragment;

/** The reaper comes once a minute; a hold that is this late was forgotten. */
const lateMinutes = 5;

const live = (scope: WorkspaceScope): Fragment => scope.fragment`
  coupon_redemptions r where r.workspace_id = ${scope.id} and r.status in ('held', 'redeemed')`;

/** Each selects offer_id, batch_id, contact_id, subject, seen and needed of what is off. */
const statements: Record<Invariant, Statement> = {
  offer_counter: (scope) => scope.fragment`
    select o.id as offer_id, null::uuid as batch_id, null::uuid as contact_id, null::text as subject,
      coalesce(k.taken, 0)::text as seen, coalesce(l.count, 0)::text as needed
    from offers o
    left join (select offer_id, sum(taken) as taken from offer_counters where workspace_id = ${scope.id} group by 1) k
      on k.offer_id = o.id
    left join (select r.offer_id, count(*) from ${live(scope)} group by 1) l on l.offer_id = o.id
    where o.workspace_id = ${scope.id} and coalesce(k.taken, 0) <> coalesce(l.count, 0)`,
  code_counter: (scope) => scope.fragment`
    select coalesce(c.offer_id, l.offer_id) as offer_id, coalesce(c.batch_id, l.batch_id) as batch_id, null::uuid as contact_id,
      coalesce(c.code, l.code_key) as subject, coalesce(c.uses, 0)::text as seen, coalesce(l.count, 0)::text as needed
    from (select * from coupon_codes where workspace_id = ${scope.id}) c
    full join (select r.code_key, any_value(r.offer_id) as offer_id, any_value(r.batch_id) as batch_id, count(*) from ${live(scope)} group by 1) l
      on l.code_key = c.code_key
    where coalesce(c.uses, 0) <> coalesce(l.count, 0)`,
  limit_counter: (scope) => scope.fragment`
    select coalesce(m.offer_id, u.offer_id) as offer_id, null::uuid as batch_id, null::uuid as contact_id,
      concat_ws(' ', coalesce(m.scope, u.scope), coalesce(m.period, u.period),
        case when coalesce(m.period, u.period) <> 'ever' then to_char(coalesce(m.period_start, u.period_start)
          at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') end) as subject,
      coalesce(m.taken, 0)::text as seen, coalesce(u.amount, 0)::text as needed
    from (select * from offer_limits where workspace_id = ${scope.id}) m
    full join (
      select t.offer_id, t.scope, t.subject, t.period, t.period_start, sum(t.amount) as amount
      from (select r.limits_taken from ${live(scope)}) r
      cross join lateral jsonb_populate_recordset(null::coupon_limit_use, r.limits_taken) t group by 1, 2, 3, 4, 5) u
      using (offer_id, scope, subject, period, period_start)
    -- What was taken of a period that is long over is forgotten.
    where coalesce(m.taken, 0) <> coalesce(u.amount, 0)
      and (m.taken is not null or u.period = 'ever' or u.period_start > now() - interval '90 days')`,
  offer_over_limit: (scope) => scope.fragment`
    select o.id as offer_id, null::uuid as batch_id, null::uuid as contact_id, null::text as subject,
      l.count::text as seen, o.uses_max::text as needed
    from offers o join (select r.offer_id, count(*) from ${live(scope)} group by 1) l on l.offer_id = o.id
    where o.workspace_id = ${scope.id} and l.count > o.uses_max`,
  code_over_limit: (scope) => scope.fragment`
    select o.id as offer_id, l.batch_id, null::uuid as contact_id, l.code_key as subject, l.count::text as seen,
      o.uses_per_code_max::text as needed
    from offers o
    join (select r.offer_id, r.code_key, any_value(r.batch_id) as batch_id, count(*) from ${live(scope)} group by 1, 2) l on l.offer_id = o.id
    where o.workspace_id = ${scope.id} and l.count > o.uses_per_code_max`,
  contact_over_limit: (scope) => scope.fragment`
    select o.id as offer_id, null::uuid as batch_id, l.contact_id, null::text as subject, l.count::text as seen,
      o.uses_per_contact_max::text as needed
    from offers o
    join (select r.offer_id, r.contact_id, count(*) from ${live(scope)} and r.contact_id is not null group by 1, 2) l
      on l.offer_id = o.id
    where o.workspace_id = ${scope.id} and l.count > o.uses_per_contact_max`,
  budget_over_limit: (scope) => scope.fragment`
    select o.id as offer_id, null::uuid as batch_id, null::uuid as contact_id, o.currency as subject, l.given::text as seen,
      o.budget_minor::text as needed
    from offers o
    join (select r.offer_id, sum(r.list_minor - r.paid_minor) as given from ${live(scope)} group by 1) l on l.offer_id = o.id
    where o.workspace_id = ${scope.id} and l.given > o.budget_minor`,
  overdue_hold: (scope) => scope.fragment`
    select r.offer_id, r.batch_id, r.contact_id, r.code_key as subject,
      to_char(r.hold_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as seen,
      to_char((r.hold_expires_at + make_interval(mins => ${lateMinutes})) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as needed
    from coupon_redemptions r where r.workspace_id = ${scope.id} and r.status = 'held'
      and r.hold_expires_at < now() - make_interval(mins => ${lateMinutes})`,
  // A batch that is being written moves its mark with its rows; one that ended whole has all it was asked for. What lies
  // beyond the mark is on its way out, or was used while the rest went.
  batch_receipt: (scope) => scope.fragment`
    select b.offer_id, b.id as batch_id, null::uuid as contact_id, b.batch_code as subject, coalesce(c.count, 0)::text as seen,
      case b.status when 'completed' then greatest(b.quantity, b.generated) else b.generated end::text as needed
    from coupon_batches b
    left join (select c.batch_id, count(*) from coupon_codes c
      join coupon_batches w on w.workspace_id = ${scope.id} and w.id = c.batch_id
      where c.workspace_id = ${scope.id} and c.seq < w.generated group by 1) c on c.batch_id = b.id
    where b.workspace_id = ${scope.id} and (coalesce(c.count, 0) <> b.generated
      or (b.status = 'completed' and b.source = 'generated' and b.generated < b.quantity))`,
};

/** What is off of one invariant: how many, and the first `limit` of them. */
export async function findViolations(
  scope: WorkspaceScope,
  invariant: Invariant,
  limit: number,
): Promise<InvariantCheck> {
  const rows = await scope.sql<InvariantFinding & { off: number }>`
    with off as materialized (${statements[invariant](scope)})
    select coalesce(b.name, o.name, '') as name, f.*, (select count(*)::int from off) as off
    from (select * from off order by offer_id, batch_id, contact_id, subject limit ${limit}) f
    left join offers o on o.workspace_id = ${scope.id} and o.id = f.offer_id
    left join coupon_batches b on b.workspace_id = ${scope.id} and b.id = f.batch_id and ${invariant === "batch_receipt"}`;
  return { invariant, off: rows[0]?.off ?? 0, findings: rows.map(({ off, ...finding }) => finding) };
}
