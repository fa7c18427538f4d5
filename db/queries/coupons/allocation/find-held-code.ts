import type { WorkspaceScope } from "@/db/scope";
import type { OfferState } from "@/lib/domain/coupons/offers/offer";

export type HeldCode = {
  code: string;
  uses: number;
  isDisabled: boolean;
  usesPerCodeMax: number | null;
  /** Whether the offer has no uses left. */
  isExhausted: boolean;
  offerName: string;
  offerDescription: string;
  offerState: OfferState;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
  workspaceName: string;
  locale: string | null;
};

/** A code as its holder may see it, also who has become another since; nothing when it is not, or no longer, this person's. */
export async function findHeldCode(
  scope: WorkspaceScope,
  { codeKey, contactId }: { codeKey: string; contactId: string },
): Promise<HeldCode | undefined> {
  const rows = await scope.sql<HeldCode>`
    select k.code, k.uses, k.is_disabled, o.uses_per_code_max, o.name as offer_name, o.description as offer_description,
      o.state as offer_state, coalesce(n.taken >= n.uses_max, false) as is_exhausted, o.starts_at, o.ends_at, o.time_zone, w.name as workspace_name, c.locale
    from coupon_codes k
    join offers o on o.workspace_id = ${scope.id} and o.id = k.offer_id
    left join offer_counters n on n.workspace_id = ${scope.id} and n.offer_id = o.id
    join workspaces w on w.id = ${scope.id}
    join contacts c on c.workspace_id = ${scope.id} and c.erased_at is null and c.id = (select coalesce((
      select id from contacts where workspace_id = ${scope.id} and id = ${contactId}),
      (select contact_id from contact_aliases where workspace_id = ${scope.id} and alias = ${contactId})))
    where k.workspace_id = ${scope.id} and k.code_key = ${codeKey} and not k.is_honeytoken
      and (k.contact_id = c.id or exists (select 1 from code_allocations a where a.workspace_id = ${scope.id}
        and a.batch_id = k.batch_id and a.seq = k.seq and a.contact_id = c.id))`;
  return rows[0];
}
