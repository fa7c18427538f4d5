import type { runChunks } from "@/db/schema/campaigns";
import type { WorkspaceScope } from "@/db/scope";
import type { RunKind, RunStatus } from "@/lib/domain/runs/run";

export type ChunkRow = typeof runChunks.$inferSelect;

export type LeasedChunk = ChunkRow & {
  /** The last holder vanished without giving the chunk back: what it had asked of the provider is not all known. */
  wasInterrupted: boolean;
  leaseSeconds: number;
};

/**
 * Takes a chunk for one worker. `fence` grows with each lease, and every later write names it, so that a worker
 * that was presumed dead cannot write over its successor. Nothing when somebody holds it or it is done.
 */
export async function leaseChunk(
  scope: WorkspaceScope,
  { runId, chunkNo, leaseSeconds }: { runId: string; chunkNo: number; leaseSeconds: number },
): Promise<LeasedChunk | undefined> {
  const rows = await scope.sql<LeasedChunk>`
    with free as (
      select chunk_no, lease_until is not null as was_interrupted from run_chunks
      where workspace_id = ${scope.id} and run_id = ${runId} and chunk_no = ${chunkNo}
        and status in ('pending', 'sending') and (lease_until is null or lease_until < now())
        and (due_at is null or due_at <= now())
      for update)
    update run_chunks k set status = 'sending', fence = fence + 1, touched_at = now(), started_at = coalesce(started_at, now()),
      lease_until = now() + make_interval(secs => ${leaseSeconds})
    from free where k.workspace_id = ${scope.id} and k.run_id = ${runId} and k.chunk_no = free.chunk_no
    returning k.*, free.was_interrupted, ${leaseSeconds}::float8 as lease_seconds`;
  return rows[0];
}

/** Of a chunk that still has people: when it is due. */
export async function findOpenChunk(
  scope: WorkspaceScope,
  runId: string,
  chunkNo: number,
): Promise<{ dueAt: Date | null } | undefined> {
  const rows = await scope.sql<{ dueAt: Date | null }>`
    select due_at from run_chunks where workspace_id = ${scope.id} and run_id = ${runId} and chunk_no = ${chunkNo}
      and status in ('pending', 'sending')`;
  return rows[0];
}

/** Who writes about a chunk, and for how long each word keeps the lease. */
type Holder = { runId: string; chunkNo: number; fence: number; leaseSeconds: number };

/** Says before any network call how far the calls may go; false when the lease is lost. */
export async function recordIntent(
  scope: WorkspaceScope,
  { runId, chunkNo, fence, leaseSeconds }: Holder,
  upTo: string,
): Promise<boolean> {
  const rows = await scope.sql`
    update run_chunks set intent_contact_id = ${upTo}, lease_until = now() + make_interval(secs => ${leaseSeconds})
    where workspace_id = ${scope.id} and run_id = ${runId} and chunk_no = ${chunkNo} and fence = ${fence}
    returning 1`;
  return rows.length === 1;
}

/** The same for people who were asked before; the furthest that any pass got stays until one ends in good order. */
export async function recordRetry(
  scope: WorkspaceScope,
  { runId, chunkNo, fence, leaseSeconds }: Holder,
  upTo: string,
): Promise<boolean> {
  const rows = await scope.sql`
    update run_chunks set retry_contact_id = greatest(retry_contact_id, ${upTo}::uuid),
      lease_until = now() + make_interval(secs => ${leaseSeconds})
    where workspace_id = ${scope.id} and run_id = ${runId} and chunk_no = ${chunkNo} and fence = ${fence}
    returning 1`;
  return rows.length === 1;
}

/** Gives a chunk back unfinished: pending people stay pending, for whoever leases it next. */
export async function releaseChunk(
  scope: WorkspaceScope,
  { runId, chunkNo, fence }: Omit<Holder, "leaseSeconds">,
): Promise<void> {
  await scope.sql`
    update run_chunks set status = 'pending', lease_until = null, retry_contact_id = null, touched_at = now()
    where workspace_id = ${scope.id} and run_id = ${runId} and chunk_no = ${chunkNo} and fence = ${fence}`;
}

/** Closes a chunk whose people all have a result. */
export async function finishChunk(
  tx: WorkspaceScope,
  { runId, chunkNo, fence }: Omit<Holder, "leaseSeconds">,
): Promise<boolean> {
  const rows = await tx.sql`
    update run_chunks set status = 'done', lease_until = null, ended_at = now()
    where workspace_id = ${tx.id} and run_id = ${runId} and chunk_no = ${chunkNo} and fence = ${fence}
      and sent + skipped + failed + unknown + cancelled = size
    returning 1`;
  return rows.length === 1;
}

/** Counts everybody without a result as cancelled, in chunks that nobody is sending right now. */
export async function cancelIdleChunks(tx: WorkspaceScope, runId: string): Promise<void> {
  await tx.sql`
    update run_chunks set status = 'cancelled', ended_at = now(), lease_until = null,
      cancelled = size - sent - skipped - failed - unknown
    where workspace_id = ${tx.id} and run_id = ${runId} and status in ('pending', 'sending')
      and (lease_until is null or lease_until < now())`;
}

export type OpenChunk = { runId: string; chunkNo: number; kind: RunKind };

/** Chunks that still have people, of one run that is being sent or of every one. */
export async function listOpenChunks(
  scope: WorkspaceScope,
  { runId }: { runId: string | undefined },
): Promise<OpenChunk[]> {
  return scope.sql<OpenChunk>`
    select k.run_id, k.chunk_no, r.kind
    from runs r join run_chunks k on k.workspace_id = ${scope.id} and k.run_id = r.id
    where r.workspace_id = ${scope.id} and r.ended_at is null and r.status = 'sending'
      ${runId ? scope.fragment`and r.id = ${runId}` : scope.fragment``} and k.status in ('pending', 'sending')
    order by k.run_id, k.chunk_no`;
}

/** Ends a run whose chunks are all closed. True for the one caller that ended it. */
export async function finishRun(tx: WorkspaceScope, runId: string): Promise<RunStatus | undefined> {
  const rows = await tx.sql<{ status: RunStatus }>`
    update runs set status = case when status = 'cancelled' then 'cancelled' else 'finished' end, ended_at = now()
    where workspace_id = ${tx.id} and id = ${runId} and status in ('sending', 'paused', 'cancelled') and ended_at is null
      and not exists (select 1 from run_chunks k where k.workspace_id = ${tx.id} and k.run_id = ${runId}
        and k.status in ('pending', 'sending'))
    returning status`;
  return rows[0]?.status;
}
