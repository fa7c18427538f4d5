import type { WorkspaceScope } from "@/db/scope";
import { reasonName, type Verdict } from "@/lib/domain/runs/run";
import { addToHours, transactionalSends } from "../runs/campaign-hours";
import { withReasons } from "../runs/reasons";
import type { ToldDelivery } from "./receipts";

export type PersonCount = {
  chunkNo: number;
  /** Somebody is sending the chunk and knows its people from before. */
  isHeld: boolean;
  /** When the chunk ended, once the hourly totals hold its run. */
  countedAt: Date | null;
};

type Person = Pick<ToldDelivery, "runId" | "contactId">;

/**
 * Holds the counters that count a person until the transaction ends: no sender writes to them meanwhile, and the run
 * does not move to the hourly totals. The chunk before the run, as senders and whoever ends the run do.
 */
export async function lockCount(
  tx: WorkspaceScope,
  { runId, contactId }: Person,
): Promise<PersonCount | undefined> {
  const [chunk] = await tx.sql<PersonCount & { isClosed: boolean; endedAt: Date }>`
    select k.chunk_no, k.lease_until is not null as is_held, k.status in ('done', 'cancelled') as is_closed,
      coalesce(k.ended_at, now()) as ended_at, null as counted_at
    from run_chunks k where k.workspace_id = ${tx.id} and k.run_id = ${runId}
      and ${contactId}::uuid > k.after_contact_id and ${contactId}::uuid <= k.last_contact_id
      and k.wave = coalesce((select n.wave from notifications n where n.workspace_id = ${tx.id} and n.run_id = ${runId}
        and n.contact_id = ${contactId}), 0) for update`;
  if (!chunk?.isClosed) return chunk;
  // Whether it has ended is read of the locked row: as a condition it would be asked of the row as it was.
  const [run] = await tx.sql<{ endedAt: Date | null }>`
    select r.ended_at from runs r where r.workspace_id = ${tx.id} and r.id = ${runId} for share`;
  return { ...chunk, countedAt: run?.endedAt ? chunk.endedAt : null };
}

type Move = { chunkNo: number; from: Exclude<Verdict, "open">; to: Exclude<Verdict, "open">; reason: string };

/** Moves a person from one of a chunk's totals to another; a failure is counted under its reason. */
export async function movePerson(
  tx: WorkspaceScope,
  { runId }: Person,
  { chunkNo, from, to, reason }: Move,
): Promise<void> {
  await tx.sql`
    update run_chunks k set ${tx.name(from)} = k.${tx.name(from)} - 1, ${tx.name(to)} = k.${tx.name(to)} + 1,
      reasons = ${withReasons(tx, to === "failed" ? { [reasonName("failed", reason)]: 1 } : {})}
    where k.workspace_id = ${tx.id} and k.run_id = ${runId} and k.chunk_no = ${chunkNo}`;
}

export type Hours = { at: Date; sent?: number; failed?: number; delivered?: number };

/** Gives the run's campaign, if it has one. */
export async function addDeliveryToHours(
  tx: WorkspaceScope,
  { runId, channel }: Pick<ToldDelivery, "runId" | "channel">,
  hours: Hours[],
): Promise<string[]> {
  const counts = hours.map(({ at, sent = 0, failed = 0, delivered = 0 }) => ({
    at,
    sent,
    failed,
    delivered,
  }));
  const rows = await tx.sql<{ campaignId: string }>`${addToHours(
    tx,
    tx.fragment`
      select date_trunc('hour', c.at, 'UTC') as hour, coalesce(r.campaign_id, ${transactionalSends}::uuid) as campaign_id,
        ${channel} as channel, c.sent, c.failed, 0 as skipped, c.delivered
      from jsonb_to_recordset(${tx.json(counts)}) as c(at timestamptz, sent int, failed int, delivered int)
      join runs r on r.workspace_id = ${tx.id} and r.id = ${runId} and r.kind <> 'test'`,
  )}`;
  return rows.map(({ campaignId }) => campaignId).filter((id) => id !== transactionalSends);
}
