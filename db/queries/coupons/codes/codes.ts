import type { Fragment } from "@/db/client";
import type { couponCodes } from "@/db/schema/coupons/batches";
import type { WorkspaceScope } from "@/db/scope";
import type { DisplayState } from "@/lib/domain/coupons/offers/offer";
import { displayStateOf } from "../offers/display-state";

export type CodeWithOffer = typeof couponCodes.$inferSelect & {
  offerName: string;
  offerState: DisplayState;
  usesMax: number | null;
  batchCode: string | null;
  contactName: string | null;
};

const withOffer = (scope: WorkspaceScope, now: Date): Fragment => scope.fragment`
  select s.*, o.name as offer_name, ${displayStateOf(scope, now)} as offer_state, o.uses_per_code_max as uses_max,
    b.batch_code, coalesce(nullif(concat_ws(' ', nullif(h.first_name, ''), nullif(h.last_name, '')), ''), h.external_id)
      as contact_name
  from coupon_codes s
  join offers o on o.workspace_id = ${scope.id} and o.id = s.offer_id
  left join offer_counters k on k.workspace_id = ${scope.id} and k.offer_id = o.id
  left join coupon_batches b on b.workspace_id = ${scope.id} and b.id = s.batch_id
  left join contacts h on h.workspace_id = ${scope.id} and h.id = s.contact_id`;

export async function findCode(
  scope: WorkspaceScope,
  codeKey: string,
  now: Date,
): Promise<CodeWithOffer | undefined> {
  const rows = await scope.sql<CodeWithOffer>`
    ${withOffer(scope, now)} where s.workspace_id = ${scope.id} and s.code_key = ${codeKey}`;
  return rows[0];
}

type CodeFilter = { offerId: string; part: string | undefined };

/** `after` is the key of the last one seen. */
type CodePage = { limit: number; offset: number; after: string | undefined; now: Date };

export function listCodes(
  scope: WorkspaceScope,
  filter: CodeFilter,
  { limit, offset, after, now }: CodePage,
): Promise<CodeWithOffer[]> {
  const older =
    after === undefined
      ? scope.fragment`true`
      : scope.fragment`(s.created_at, s.code_key) < (select c.created_at, c.code_key from coupon_codes c
          where c.workspace_id = ${scope.id} and c.code_key = ${after})`;
  return scope.sql<CodeWithOffer>`
    ${withOffer(scope, now)} where ${own(scope, filter)} and ${older}
    order by s.created_at desc, s.code_key desc limit ${limit + 1} offset ${offset}`;
}

export async function countCodes(scope: WorkspaceScope, filter: CodeFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from coupon_codes s where ${own(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

const own = (scope: WorkspaceScope, { offerId, part }: CodeFilter): Fragment => scope.fragment`
  s.workspace_id = ${scope.id} and s.offer_id = ${offerId} and s.batch_id is null
  and ${part === undefined ? scope.fragment`true` : scope.fragment`strpos(s.code_key, ${part}) > 0`}`;

type CodeInsert = { codeKey: string; code: string; offerId: string; contactId: string | null };

/** Whether it was free. */
export async function insertCode(tx: WorkspaceScope, code: CodeInsert): Promise<boolean> {
  const rows = await tx.sql`
    insert into coupon_codes (workspace_id, code_key, code, offer_id, contact_id)
    values (${tx.id}, ${code.codeKey}, ${code.code}, ${code.offerId}, ${code.contactId})
    on conflict do nothing returning 1`;
  return rows.length > 0;
}

/** Nobody else changes it until the transaction ends. */
export async function lockCode(tx: WorkspaceScope, codeKey: string): Promise<void> {
  await tx.sql`
    select 1 from coupon_codes where workspace_id = ${tx.id} and code_key = ${codeKey} for no key update`;
}

export async function updateCode(
  tx: WorkspaceScope,
  codeKey: string,
  { isDisabled, contactId }: { isDisabled: boolean; contactId: string | null },
): Promise<void> {
  await tx.sql`
    update coupon_codes set is_disabled = ${isDisabled}, contact_id = ${contactId}
    where workspace_id = ${tx.id} and code_key = ${codeKey}`;
}
