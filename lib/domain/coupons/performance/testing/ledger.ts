import type { WorkspaceScope } from "@/db/scope";
import { newId } from "@/lib/platform/ids";

export type TestOffer = { id: string; batchId: string; contactId: string };

type OfferTraits = {
  attributionDays?: number;
  costMinor?: number;
  goal?: "acquisition" | "retention" | "reactivation";
  utmSource?: string;
};

/** An offer of a plan, a batch of it, and somebody to use it: `shopper` outside. */
export async function addOffer(scope: WorkspaceScope, traits: OfferTraits): Promise<TestOffer> {
  const { attributionDays = 30, costMinor, goal, utmSource } = traits;
  const [id, batchId, contactId] = [newId(), newId(), newId()];
  await scope.sql`
    insert into contacts (workspace_id, id, external_id, attributes, tags)
    values (${scope.id}, ${contactId}, 'shopper', '{}', '{}') on conflict do nothing`;
  await scope.sql`
    insert into offers (workspace_id, id, name, state, kind, discount_basis_points, currency, starts_at, time_zone,
      attribution_days, cost_minor, goal, utm_source, created_by, updated_by)
    values (${scope.id}, ${id}, 'Spring', 'active', 'percent', 2000, 'TRY', '2026-01-01', 'UTC', ${attributionDays},
      ${costMinor ?? null}, ${goal ?? null}, ${utmSource ?? ""}, 'me', 'me')`;
  await scope.sql`
    insert into coupon_batches (workspace_id, id, offer_id, batch_code, name, status, design, quantity, generated, created_by)
    values (${scope.id}, ${batchId}, ${id}, ${`BATCH-${id.slice(-6)}`}, 'Spring', 'completed', '{}', 100, 100, 'me')`;
  const [contact] = await scope.sql<{ id: string }>`
    select id from contacts where workspace_id = ${scope.id} and external_id = 'shopper'`;
  return { id, batchId, contactId: contact?.id ?? contactId };
}

type Use = {
  at: Date;
  paidMinor?: number;
  listMinor?: number;
  orderId?: string;
  runId?: string;
  contactId?: string;
};

/** One use in the ledger, and its id. */
export async function addRedemption(scope: WorkspaceScope, offer: TestOffer, use: Use): Promise<string> {
  const id = newId();
  const { at, paidMinor, listMinor, orderId, runId, contactId = offer.contactId } = use;
  await scope.sql`
    insert into coupon_redemptions (workspace_id, id, offer_id, batch_id, code_key, contact_id, ordinal, status,
      idempotency_key, request_hash, list_minor, paid_minor, currency, order_id, run_id, redeemed_at)
    select ${scope.id}, ${id}, ${offer.id}, ${offer.batchId}, 'C', ${contactId}, count(*) + 1, 'redeemed', ${id}, 'h',
      ${listMinor ?? null}, ${paidMinor ?? null}, ${paidMinor === undefined ? null : "TRY"}, ${orderId ?? null},
      ${runId ?? null}, ${at}
    from coupon_redemptions where workspace_id = ${scope.id} and offer_id = ${offer.id} and contact_id = ${contactId}`;
  return id;
}

/** Hour, currency, conversions, paid, cash, granted, orders, attributed: of hours with any money or orders. */
export async function readFigures(scope: WorkspaceScope): Promise<(string | number)[][]> {
  const rows = await scope.sql<{ bucket: Date; currency: string } & Record<string, number>>`
    select bucket, currency, sum(conversions)::int as conversions, sum(paid)::int as paid,
      sum(revenue_minor)::float8 as revenue, sum(granted_minor)::float8 as granted, sum(orders)::int as orders,
      sum(attributed_minor)::float8 as attributed
    from campaign_performance where workspace_id = ${scope.id} and currency <> '' group by 1, 2 order by 1, 2`;
  return rows.map(({ bucket, ...rest }) => [bucket.toISOString(), ...Object.values(rest)]);
}
