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
  const single = await keepOneAtATime(tx, once.kept);
  await endAsCancelled(tx, single.replaced, (name) => registry.listensTo(name));
  const rows = single.kept.map((start) => buildRun(registry, start));
  await insertRuns(
    tx,
    rows.map(({ run }) => run),
  );
  await insertWaits(
    tx,
    rows.flatMap(({ waits }) => waits),
  );
  await refuseStarts(tx, once.dropped, "the same key ran within a day (idempotency)");
  await refuseStarts(tx, single.dropped, "another run of the key is active (singleton)");
  return rows.length;
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
