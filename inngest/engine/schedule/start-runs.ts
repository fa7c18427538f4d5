import type { TransactionSql } from "@/db/client";
import { refuseInvocations } from "@/db/queries/workflow/cancel";
import { insertRuns } from "@/db/queries/workflow/ingest";
import { insertWaits } from "@/db/queries/workflow/waits";
import type { Registry } from "../registry/registry";
import { endAsCancelled } from "../runs/end-as-cancelled";
import { dropExcess } from "./drop-excess";
import { keepOneAtATime } from "./one-at-a-time";
import { buildRun } from "./run-rows";
import type { Start } from "./start";

/** Starts a run for each that idempotency and singleton let pass; gives how many. */
export async function startRuns(
  tx: TransactionSql,
  registry: Registry,
  starts: readonly Start[],
): Promise<number> {
  if (starts.length === 0) return 0;
  const once = await dropExcess(tx, "idempotency", starts);
  const { runIds, dropped } = await insertSingles(tx, registry, once.kept);
  await refuseStarts(tx, once.dropped, "the same key ran within a day (idempotency)");
  await refuseStarts(tx, dropped, "another run of the key is active (singleton)");
  return runIds.length;
}

/** The new run's id; `undefined` when an active run of its singleton is in the way. */
export async function startSingle(
  tx: TransactionSql,
  registry: Registry,
  start: Start,
): Promise<string | undefined> {
  const { runIds } = await insertSingles(tx, registry, [start]);
  return runIds[0];
}

async function insertSingles(tx: TransactionSql, registry: Registry, starts: readonly Start[]) {
  const { kept, dropped, replaced } = await keepOneAtATime(tx, starts);
  await endAsCancelled(tx, replaced, (name) => registry.listensTo(name));
  const rows = kept.map((start) => buildRun(registry, start));
  await insertRuns(
    tx,
    rows.map(({ run }) => run),
  );
  await insertWaits(
    tx,
    rows.flatMap(({ waits }) => waits),
  );
  return { runIds: rows.map(({ run }) => run.runId), dropped };
}

/** Tells the steps that invoked what does not start. */
export async function refuseStarts(tx: TransactionSql, starts: readonly Start[], why: string): Promise<void> {
  await refuseInvocations(
    tx,
    starts.flatMap(({ definition, parent }) =>
      parent ? [{ ...parent, error: refusalError(definition.id, why) }] : [],
    ),
  );
}

export function refusalError(functionId: string, why: string): string {
  return JSON.stringify({ name: "Error", message: `${functionId} was not started: ${why}.` });
}
