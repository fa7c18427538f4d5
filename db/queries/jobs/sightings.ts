import type { WorkspaceScope } from "@/db/scope";

/** Of these keys, the ones not seen before in this job; all of them are seen from now on. */
export async function sightKeys(tx: WorkspaceScope, jobId: string, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx.sql<{ key: string }>`
    insert into job_sightings (workspace_id, job_id, key)
    select ${tx.id}, ${jobId}, key from unnest(${keys}::uuid[]) as r(key)
    on conflict do nothing returning key`;
  return new Set(rows.map((row) => row.key));
}

export type Sighting = { key: string; holder: string; isContact: boolean };

/**
 * Who held what these keys stand for when the job last met them, and whether that is a contact; from now on it is
 * whoever is said here. Each key is said once.
 */
export async function sightHolders(
  tx: WorkspaceScope,
  jobId: string,
  said: { key: string; holder: string }[],
): Promise<Sighting[]> {
  if (said.length === 0) return [];
  return tx.sql<Sighting>`
    with said as (
      select * from unnest(${said.map(({ key }) => key)}::uuid[], ${said.map(({ holder }) => holder)}::uuid[])
        as r(key, holder)),
    written as (
      insert into job_sightings as s (workspace_id, job_id, key, holder)
      select ${tx.id}, ${jobId}, key, holder from said
      on conflict (workspace_id, job_id, key) do update set holder = excluded.holder
      where s.holder is distinct from excluded.holder)
    select said.key, before.holder, c.id is not null as is_contact
    from said
    cross join lateral (
      select holder from job_sightings
      where workspace_id = ${tx.id} and job_id = ${jobId} and key = said.key limit 1) before
    left join contacts c on c.workspace_id = ${tx.id} and c.id = before.holder`;
}

export async function deleteSightings(tx: WorkspaceScope, jobId: string): Promise<void> {
  await tx.sql`delete from job_sightings where workspace_id = ${tx.id} and job_id = ${jobId}`;
}
