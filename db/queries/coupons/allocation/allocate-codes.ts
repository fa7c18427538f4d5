import { arrayLiteral } from "@/db/array-literal";
import type { WorkspaceScope } from "@/db/scope";

type Window = { runId: string; batchId: string; holdoutPercent: number; contactIds: string[] };

/** A person's code; none for those of the holdout. */
type GivenCode = { contactId: string; code: string | null };

/**
 * Gives everybody of a window who has no code of the batch one: first those that came back, then the next of the batch, whose
 * row the caller has locked. Whoever has one keeps it. A batch that is out of use gives none, and has them all when it is back. A code that nobody may use is passed over, so
 * that people may be left without one while there are more: `took` says whether anything was taken, and then it is worth
 * asking again for those who are missing. One look at an index for each row (`limit 1`): while a run goes on, nobody has
 * counted its allocations yet, and a planner who takes them for few would read them all each time.
 */
export async function allocateCodes(
  tx: WorkspaceScope,
  { runId, batchId, holdoutPercent, contactIds }: Window,
): Promise<{ given: GivenCode[]; took: boolean }> {
  const rows = await tx.sql<GivenCode & { took: boolean }>`
    with people as materialized (
      select p.id as contact_id, is_held_out(${runId}, p.id, ${holdoutPercent}) as is_held_out, a.seq
      from unnest(${arrayLiteral(contactIds)}::text::uuid[]) p(id)
      left join lateral (
        select seq from code_allocations where workspace_id = ${tx.id} and run_id = ${runId} and contact_id = p.id
          and batch_id = ${batchId} limit 1) a on true),
    wanted as materialized (
      select contact_id, row_number() over (order by contact_id) as place from people
      where seq is null and not is_held_out
        and not (select is_disabled from coupon_batches where workspace_id = ${tx.id} and id = ${batchId})),
    wish as materialized (select count(*)::int as size from wanted),
    first_back as materialized (
      select seq from returned_codes where workspace_id = ${tx.id} and batch_id = ${batchId}
      order by seq limit (select size from wish)),
    back as (
      delete from returned_codes r using first_back f
      where r.workspace_id = ${tx.id} and r.batch_id = ${batchId} and r.seq = f.seq
      returning r.seq),
    moved as (
      update coupon_batches b
      set allocated = least(b.generated, b.allocated + wish.size - (select count(*)::int from back))
      from wish, (select allocated from coupon_batches where workspace_id = ${tx.id} and id = ${batchId}) before
      where b.workspace_id = ${tx.id} and b.id = ${batchId} and wish.size > (select count(*) from back)
      returning before.allocated as first, b.allocated as past),
    taken as materialized (
      select seq from back union all
      select generate_series(first, past - 1) from moved),
    fit as (
      select c.seq, c.code, row_number() over (order by c.seq) as place from taken t
      cross join lateral (
        select * from coupon_codes where workspace_id = ${tx.id} and batch_id = ${batchId} and seq = t.seq limit 1) c
      where c.uses = 0 and c.contact_id is null and not c.is_disabled and not c.is_honeytoken),
    given as (select w.contact_id, f.seq, f.code from wanted w join fit f using (place)),
    written as (
      insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
      select ${tx.id}, ${runId}, contact_id, ${batchId}, seq from given)
    select contact_id, code, true as took from given
    union all
    select p.contact_id, c.code, false from people p
    left join lateral (
      select code from coupon_codes where workspace_id = ${tx.id} and batch_id = ${batchId} and seq = p.seq limit 1) c on true
    where p.is_held_out or p.seq is not null
    union all
    select null, null, true where exists (select from taken) and not exists (select from given)`;
  return {
    given: rows.filter(({ contactId }) => contactId !== null),
    took: rows.some(({ took }) => took),
  };
}
