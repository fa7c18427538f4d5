import type { Sql } from "@/db/client";

export type PendingWork = {
  outbox: boolean;
  jobs: boolean;
  expired: boolean;
  blocked: boolean;
  /** A cron, a held event or a deadline is due. */
  clock: boolean;
  registryVersion: string;
};

/** What is due right now, in one cheap read: the whole cost of an idle engine. */
export async function readPendingWork(sql: Sql): Promise<PendingWork> {
  const [row] = await sql<PendingWork[]>`
    select exists (select 1 from workflow.outbox) as outbox,
      exists (select 1 from workflow.jobs
        where lease_token is null and blocked_by is null and run_at <= now()) as jobs,
      exists (select 1 from workflow.jobs where lease_token is not null and lease_until < now()) as expired,
      exists (select 1 from workflow.jobs where blocked_by is not null) as blocked,
      exists (select 1 from workflow.crons where next_at <= now())
        or exists (select 1 from workflow.debounces where fire_at <= now())
        or exists (select 1 from workflow.runs where deadline <= now()) as clock,
      (select version::text from workflow.registry) as registry_version`;
  if (!row) throw new Error("A select without a table gives one row.");
  return row;
}
