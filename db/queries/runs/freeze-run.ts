import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { PlannedPerson } from "@/lib/domain/runs/timing/plan-people";
import type { TimingColumns } from "@/lib/domain/runs/timing/timed-person";
import { audienceCondition } from "../audience/audience-condition";
import { deviceZoneOf, zonePhoneOf } from "./zone-columns";

type Range = {
  runId: string;
  filter: AudienceFilter;
  cursor: string | null;
  rangeSize: number;
  /** Present where people get it at different times. */
  plan?: PlanRange;
};

export type PlanRange = (tx: WorkspaceScope, people: TimingColumns[]) => Promise<PlannedPerson[]>;

const nobodyYet = "00000000-0000-0000-0000-000000000000";
const everybody = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * Freezes the people of the next key range and moves the cursor in the same transaction: a repeat adds nobody,
 * a restart misses nobody. Gives the new cursor, or undefined when the end was reached.
 */
export async function freezeRange(
  tx: WorkspaceScope,
  { runId, filter, cursor, rangeSize, plan }: Range,
): Promise<string | undefined> {
  const after = cursor ?? nobodyYet;
  // Whoever holds the cursor is alone with its range, so the insert need not ask row by row who is in already.
  const held = await tx.sql`
    select 1 from runs
    where workspace_id = ${tx.id} and id = ${runId} and status = 'freezing' and frozen_at is null
      and freeze_cursor is not distinct from ${cursor} for no key update`;
  if (held.length === 0) throw new Error("Another worker has moved this freeze on.");
  const last = await lastOfRange(tx, after, rangeSize);
  const upTo = last ? tx.fragment`and c.id <= ${last}` : tx.fragment``;
  const people = tx.fragment`c.workspace_id = ${tx.id} and c.id > ${after} ${upTo} and c.erased_at is null
    and ${audienceCondition(tx, filter)}`;
  const count = plan
    ? await insertPlanned(tx, runId, people, plan)
    : await insertEverybody(tx, runId, people);
  await tx.sql`
    update runs set audience_count = audience_count + ${count},
      freeze_cursor = ${last ?? after}, frozen_at = ${last ? tx.fragment`null` : tx.fragment`now()`}
    where workspace_id = ${tx.id} and id = ${runId}`;
  return last;
}

async function insertEverybody(tx: WorkspaceScope, runId: string, people: Fragment): Promise<number> {
  const { count } = await tx.connection`
    insert into notifications (workspace_id, run_id, contact_id)
    select c.workspace_id, ${runId}::uuid, c.id from contacts c where ${people} order by c.id`;
  return count;
}

/** Each person's clock decides: they are read, planned and written in their waves. */
async function insertPlanned(
  tx: WorkspaceScope,
  runId: string,
  people: Fragment,
  plan: PlanRange,
): Promise<number> {
  const id = tx.fragment`c.id`;
  const found = await tx.sql<TimingColumns>`
    select c.id as contact_id, c.time_zone as profile_zone, ${deviceZoneOf(tx, id)} as device_zone, c.country,
      ${zonePhoneOf(tx, id)} as zone_phone, c.preferred_hour, h.hours
    from contacts c left join contact_hours h on h.workspace_id = ${tx.id} and h.contact_id = c.id
    where ${people} order by c.id`;
  const planned = await plan(tx, found);
  const { count } = await tx.connection`
    insert into notifications (workspace_id, run_id, contact_id, wave)
    select ${tx.id}::uuid, ${runId}::uuid, contact_id, wave
    from unnest(${planned.map(({ contactId }) => contactId)}::uuid[], ${planned.map(({ wave }) => wave)}::int[])
      as p (contact_id, wave)`;
  return count;
}

async function lastOfRange(
  tx: WorkspaceScope,
  after: string,
  rangeSize: number,
): Promise<string | undefined> {
  const rows = await tx.sql<{ id: string }>`
    select id from contacts where workspace_id = ${tx.id} and id > ${after} order by id offset ${rangeSize - 1} limit 1`;
  return rows[0]?.id;
}

/** The same within each wave, due from its five minutes on; `firstWaveAt` is wave 1's. */
export async function insertWaveChunks(
  tx: WorkspaceScope,
  runId: string,
  { size, firstWaveAt, waveSeconds }: { size: number; firstWaveAt: Date; waveSeconds: number },
): Promise<number> {
  await tx.sql`
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size, wave, due_at)
    select ${tx.id}, ${runId}, row_number() over (order by wave, position),
      coalesce(lag(contact_id) over (partition by wave order by position), ${nobodyYet}::uuid), contact_id,
      position - coalesce(lag(position) over (partition by wave order by position), 0), wave,
      case when wave > 0 then ${firstWaveAt}::timestamptz + (wave - 1) * make_interval(secs => ${waveSeconds}) end
    from (
      select contact_id, wave, row_number() over (partition by wave order by contact_id) as position,
        count(*) over (partition by wave) as total
      from notifications where workspace_id = ${tx.id} and run_id = ${runId}) numbered
    where position % ${size} = 0 or position = total
    on conflict do nothing`;
  return countChunks(tx, runId);
}

/** Cuts the frozen audience into ranges of `size` people. Run again it changes nothing. */
export async function insertChunks(tx: WorkspaceScope, runId: string, size: number): Promise<number> {
  await tx.sql`
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size)
    select ${tx.id}, ${runId}, row_number() over (order by position),
      coalesce(lag(contact_id) over (order by position), ${nobodyYet}::uuid), contact_id,
      position - coalesce(lag(position) over (order by position), 0)
    from (
      select contact_id, row_number() over (order by contact_id) as position, count(*) over () as total
      from notifications where workspace_id = ${tx.id} and run_id = ${runId}) numbered
    where position % ${size} = 0 or position = total
    on conflict do nothing`;
  return countChunks(tx, runId);
}

async function countChunks(tx: WorkspaceScope, runId: string): Promise<number> {
  const rows = await tx.sql<{ count: number }>`
    select count(*)::int as count from run_chunks where workspace_id = ${tx.id} and run_id = ${runId}`;
  return rows[0]?.count ?? 0;
}

/** Counts whoever was frozen as cancelled when the run was cancelled before it was cut into chunks. */
export async function cancelUncut(tx: WorkspaceScope, runId: string): Promise<void> {
  await tx.sql`
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size, status, cancelled, ended_at)
    select r.workspace_id, r.id, 1, ${nobodyYet}, ${everybody}, r.audience_count, 'cancelled', r.audience_count, now()
    from runs r where r.workspace_id = ${tx.id} and r.id = ${runId} and r.audience_count > 0
      and not exists (select 1 from run_chunks k where k.workspace_id = ${tx.id} and k.run_id = ${runId})`;
}
