import type { WorkspaceScope } from "@/db/scope";
import { demoPeople } from "../demo-workspaces";
import type { DemoBatch } from "./demo-batches";
import type { DemoOffer } from "./demo-offers";
import type { DemoPlan } from "./demo-plans";

const author = (): string => demoPeople[0]?.name ?? "";

export async function insertPlans(tx: WorkspaceScope, plans: DemoPlan[], madeAt: Date): Promise<void> {
  await tx.sql`
    insert into membership_plans (workspace_id, id, name, tier, duration_months, duration_days, price_minor,
      discount_price_minor, currency, features, position, is_active, created_by, created_at, updated_at)
    select ${tx.id}::uuid, p.id, p.name, p.tier, p.months, p.days, p."priceMinor", p."discountPriceMinor", p.currency,
      array(select jsonb_array_elements_text(p.features)), p.position, p."isActive", ${author()}, ${madeAt}, ${madeAt}
    from jsonb_to_recordset(${tx.json(plans)}) as p(id uuid, name text, tier text, months int, days int, "priceMinor" bigint,
      "discountPriceMinor" bigint, currency text, features jsonb, position int, "isActive" boolean)`;
}

/** Days are local ones, counted from today; the last one is whole. */
export async function insertOffers(tx: WorkspaceScope, offers: DemoOffer[], now: Date): Promise<void> {
  await tx.sql`
    insert into offers (workspace_id, id, name, description, state, kind, plan_id, duration_months, duration_days,
      discount_basis_points, discount_minor_max, discount_minor, currency, uses_max, uses_per_code_max, uses_per_contact_max,
      period_limits, budget_minor, starts_at, ends_at, last_day, time_zone, weekdays, hours, restrictions, stacking_class,
      stacks_with, reversal, hold_seconds, campaign_name, goal, utm_source, utm_medium, utm_campaign, cost_minor,
      created_by, updated_by, created_at, updated_at)
    select ${tx.id}::uuid, o.id, o.name, o.description, o.state, o.kind, o."planId", o."durationMonths", o."durationDays",
      o."discountBasisPoints", o."discountMinorMax", o."discountMinor", o.currency, o."usesMax", o."usesPerCodeMax",
      o."usesPerContactMax", o."periodLimits", o."budgetMinor",
      (d.today + o."firstDay")::timestamp at time zone o."timeZone",
      (d.today + o."lastDay" + 1)::timestamp at time zone o."timeZone", d.today + o."lastDay", o."timeZone",
      (select array_agg(w::smallint) from jsonb_array_elements_text(o.weekdays) w), o.hours, o.restrictions, o."stackingClass",
      array(select jsonb_array_elements_text(o."stacksWith")), o.reversal, o."holdSeconds", o."campaignName", o.goal,
      coalesce(o."utmSource", ''), coalesce(o."utmMedium", ''), coalesce(o."utmCampaign", ''), o."costMinor",
      ${author()}, ${author()}, o."createdAt", o."createdAt"
    from jsonb_to_recordset(${tx.json(offers)}) as o(id uuid, name text, description text, state text, kind text, "planId" uuid,
      "durationMonths" int, "durationDays" int, "discountBasisPoints" int, "discountMinorMax" bigint, "discountMinor" bigint,
      currency text, "usesMax" int, "usesPerCodeMax" int, "usesPerContactMax" int, "periodLimits" jsonb, "budgetMinor" bigint,
      "firstDay" int, "lastDay" int, "timeZone" text, weekdays jsonb, hours jsonb, restrictions jsonb, "stackingClass" text,
      "stacksWith" jsonb, reversal text, "holdSeconds" int, "campaignName" text, goal text, "utmSource" text, "utmMedium" text,
      "utmCampaign" text, "costMinor" bigint, "createdAt" timestamptz)
    cross join lateral (select (${now}::timestamptz at time zone o."timeZone")::date as today) d`;
  await insertCodes(
    tx,
    offers.flatMap(({ id, code, codeKey }) => (codeKey ? [{ offerId: id, code: code ?? "", codeKey }] : [])),
  );
}

export async function insertBatch(tx: WorkspaceScope, batch: DemoBatch): Promise<void> {
  const {
    id,
    offerId,
    batchCode,
    name,
    source,
    status,
    design,
    quantity,
    codes,
    honeytokens,
    startedAt,
    endedAt,
  } = batch;
  const generated = codes.length;
  const counts = { requested: quantity, generated, distinct: generated, replaced: 0, refused: 0 };
  const receipt = { ...counts, millis: endedAt.getTime() - startedAt.getTime() };
  await tx.sql`
    insert into coupon_batches (workspace_id, id, offer_id, batch_code, name, source, status, design, quantity, generated,
      honeytokens, receipt, created_by, started_at, ended_at, created_at, updated_at)
    values (${tx.id}, ${id}, ${offerId}, ${batchCode}, ${name}, ${source}, ${status}, ${tx.json(design)}, ${quantity},
      ${generated}, ${honeytokens.length}, ${status === "completed" ? tx.json(receipt) : null}, ${author()}, ${startedAt},
      ${endedAt}, ${startedAt}, ${endedAt})`;
  await insertCodes(
    tx,
    codes.map((code, seq) => ({ ...code, offerId, batchId: id, seq })),
  );
  await insertCodes(
    tx,
    honeytokens.map((code) => ({ ...code, offerId, batchId: id, isHoneytoken: true })),
  );
}

type Code = {
  code: string;
  codeKey: string;
  offerId: string;
  batchId?: string;
  seq?: number;
  isHoneytoken?: boolean;
};

async function insertCodes(tx: WorkspaceScope, codes: Code[]): Promise<void> {
  await tx.sql`
    insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq, is_honeytoken)
    select ${tx.id}::uuid, c."codeKey", c.code, c."offerId", c."batchId", c.seq, coalesce(c."isHoneytoken", false)
    from jsonb_to_recordset(${tx.json(codes)}) as c("codeKey" text, code text, "offerId" uuid, "batchId" uuid, seq int,
      "isHoneytoken" boolean)`;
}
