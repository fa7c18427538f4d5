import type { Sql, TransactionSql } from "@/db/client";
import { type Connection, jsonList, parkedKey, wakeChannel } from "./statement";

const registryLock = 7_075_736_873;

export type RegisteredConfig = { id: string; config: unknown };

/**
 * Makes `configs` the functions of an app. Those it no longer has are archived: events start them no more and
 * their runs wait until they come back.
 */
export async function syncFunctions(
  sql: Sql,
  appId: string,
  configs: readonly RegisteredConfig[],
): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${registryLock})`;
    const changed = await upsertConfigs(tx, appId, configs);
    const ids = configs.map((one) => one.id);
    const archived = await tx<{ id: string }[]>`
      update workflow.functions set archived_at = now()
      where app_id = ${appId} and archived_at is null and not (id = any(${ids}::text[]))
      returning id`;
    if (changed === 0 && archived.length === 0) return false;
    await parkJobs(
      tx,
      archived.map((row) => row.id),
      ids,
    );
    await tx`update workflow.registry set version = version + 1`;
    await tx`select pg_notify(${wakeChannel}, 'functions')`;
    return true;
  });
}

/** Keeps jobs nobody can run out of the way of those that can, and brings them back with their function. */
async function parkJobs(tx: TransactionSql, archivedIds: readonly string[], activeIds: readonly string[]) {
  await tx`
    update workflow.jobs set blocked_by = ${parkedKey}
    where function_id = any(${[...archivedIds]}::text[]) and lease_token is null`;
  await tx`
    update workflow.jobs set blocked_by = null
    where function_id = any(${[...activeIds]}::text[]) and blocked_by = ${parkedKey}`;
}

async function upsertConfigs(tx: TransactionSql, appId: string, configs: readonly RegisteredConfig[]) {
  const rows = await tx`
    insert into workflow.functions as known (id, app_id, config)
    select id, ${appId}, config from json_to_recordset(${jsonList(configs)}::text::json) as one (id text, config json)
    on conflict (id) do update
      set config = excluded.config, app_id = excluded.app_id, registered_at = now(), archived_at = null
      where known.config::text <> excluded.config::text or known.archived_at is not null
    returning 1`;
  return rows.length;
}

export async function listFunctions(sql: Connection): Promise<{ version: string; configs: unknown[] }> {
  const rows = await sql<{ version: string; config: unknown }[]>`
    select registry.version::text as version, known.config
    from workflow.registry left join workflow.functions as known on known.archived_at is null
    order by known.id`;
  return {
    version: rows[0]?.version ?? "0",
    configs: rows.flatMap((row) => (row.config === null ? [] : [row.config])),
  };
}
