import type { WorkspaceScope } from "@/db/scope";

const stripes = 256;

/**
 * Lets writes about the same people follow each other. Clues share a fixed number of locks, so that thousands of
 * them fit the lock table; taken in order, they cannot deadlock.
 */
export async function lockClues(tx: WorkspaceScope, clues: string[]): Promise<void> {
  if (clues.length === 0) return;
  await tx.sql`
    select pg_advisory_xact_lock(hashtext(${tx.id}), stripe)
    from (select distinct abs(hashtext(clue) % ${stripes}) as stripe from unnest(${clues}::text[]) as clue
      order by stripe) s`;
}
