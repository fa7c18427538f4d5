import type { WorkspaceScope } from "@/db/scope";
import { foldCode } from "@/lib/domain/coupons/codes/fold-code";
import type { HourSpan, OfferKind, PeriodLimit, ReversalPolicy } from "@/lib/domain/coupons/offers/offer";
import type { Restrictions } from "@/lib/domain/coupons/offers/restrictions";
import type { MembershipTier, Term } from "@/lib/domain/coupons/plans/plan";
import { newId } from "@/lib/platform/ids";

type OfferParts = Partial<
  Term & {
    kind: OfferKind;
    planId: string;
    state: string;
    discountBasisPoints: number;
    discountMinorMax: number;
    discountMinor: number;
    currency: string;
    usesMax: number;
    usesPerCodeMax: number;
    usesPerContactMax: number;
    periodLimits: PeriodLimit[];
    budgetMinor: number;
    startsAt: Date;
    endsAt: Date;
    timeZone: string;
    weekdays: number[];
    hours: HourSpan[];
    restrictions: Omit<Restrictions, "version">;
    stackingClass: string;
    stacksWith: string[];
    reversal: ReversalPolicy;
    codes: string[];
  }
>;

/** An active offer of 10 % with its counter and codes, as far as nothing else is said. */
export async function addOffer(scope: WorkspaceScope, parts: OfferParts = {}): Promise<string> {
  const { sql, id: workspaceId } = scope;
  const id = newId();
  const { kind = "percent", codes = ["HOT"] } = parts;
  await sql`
    insert into offers (workspace_id, id, name, state, kind, plan_id, duration_months, duration_days, discount_basis_points,
      discount_minor_max, discount_minor, currency, uses_max, uses_per_code_max, uses_per_contact_max, period_limits, budget_minor,
      starts_at, ends_at, time_zone, weekdays, hours, restrictions, stacking_class, stacks_with, reversal, created_by, updated_by)
    values (${workspaceId}, ${id}, 'Summer', ${parts.state ?? "active"}, ${kind}, ${parts.planId ?? null},
      ${parts.durationMonths ?? null}, ${parts.durationDays ?? null},
      ${kind === "percent" ? (parts.discountBasisPoints ?? 1_000) : null}, ${parts.discountMinorMax ?? null},
      ${parts.discountMinor ?? null}, ${parts.currency ?? null}, ${parts.usesMax ?? null}, ${parts.usesPerCodeMax ?? null},
      ${parts.usesPerContactMax ?? null}, ${scope.json(parts.periodLimits ?? [])}, ${parts.budgetMinor ?? null},
      ${parts.startsAt ?? new Date("2020-01-01T00:00:00Z")}, ${parts.endsAt ?? null}, ${parts.timeZone ?? "Europe/Istanbul"},
      ${parts.weekdays ?? null}, ${parts.hours ? scope.json(parts.hours) : null}, ${scope.json({ version: 1, ...parts.restrictions })},
      ${parts.stackingClass ?? "exclusive"}, ${parts.stacksWith ?? []}, ${parts.reversal ?? "always"}, 'test', 'test')`;
  await sql`
    insert into offer_counters (workspace_id, offer_id, uses_max) values (${workspaceId}, ${id}, ${parts.usesMax ?? null})`;
  await sql`
    insert into coupon_codes (workspace_id, code_key, code, offer_id)
    select ${workspaceId}, c.key, c.code, ${id} from unnest(${codes}::text[], ${codes.map(keyOf)}::text[]) as c(code, key)`;
  return id;
}

export const keyOf = (code: string): string => foldCode(code) ?? "";

export async function addPlan(
  { sql, id: workspaceId }: WorkspaceScope,
  tier: MembershipTier,
  { durationMonths, durationDays }: Partial<Term> = {},
): Promise<string> {
  const id = newId();
  await sql`
    insert into membership_plans (workspace_id, id, name, tier, duration_months, duration_days, price_minor,
      discount_price_minor, currency, created_by)
    values (${workspaceId}, ${id}, ${tier}, ${tier}, ${durationMonths ?? null}, ${durationDays ?? null}, 120000, 90000, 'TRY', 'test')`;
  return id;
}

/** People known as `<name>-0`, `<name>-1` and so on. */
export async function addPeople(
  { sql, id: workspaceId }: WorkspaceScope,
  count: number,
  name = "person",
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await sql`
    insert into contacts (workspace_id, id, external_id, attributes, tags)
    select ${workspaceId}, p.id, ${name}::text || '-' || (p.n - 1), '{}', '{}'
    from unnest(${ids}::uuid[]) with ordinality as p(id, n)`;
  return ids;
}

/** What the sums say against what the ledger says, wherever they differ. */
export async function findDrift({ sql, id: workspaceId }: WorkspaceScope): Promise<object[]> {
  return sql`
    with live as (select * from coupon_redemptions where workspace_id = ${workspaceId} and status in ('held', 'redeemed'))
    select 'offer' as of, k.offer_id::text as id, k.taken::int, (select count(*)::int from live l where l.offer_id = k.offer_id) as live
    from offer_counters k where k.workspace_id = ${workspaceId}
      and k.taken <> (select count(*) from live l where l.offer_id = k.offer_id)
    union all
    select 'code', c.code_key, c.uses, (select count(*)::int from live l where l.code_key = c.code_key)
    from coupon_codes c where c.workspace_id = ${workspaceId}
      and c.uses <> (select count(*) from live l where l.code_key = c.code_key)
    union all
    select 'limit', concat_ws(' ', m.scope, m.subject, m.period), m.taken::int, coalesce(u.amount, 0)::int from offer_limits m
    left join (select t.offer_id, t.scope, t.subject, t.period, t.period_start, sum(t.amount) as amount
      from live l cross join lateral jsonb_populate_recordset(null::coupon_limit_use, l.limits_taken) t group by 1, 2, 3, 4, 5) u
      using (offer_id, scope, subject, period, period_start)
    where m.workspace_id = ${workspaceId} and m.taken <> coalesce(u.amount, 0)`;
}
