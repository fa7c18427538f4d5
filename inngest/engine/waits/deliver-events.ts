import type { TransactionSql } from "@/db/client";
import { wakeWaits } from "@/db/queries/workflow/waits";
import type { Registry } from "../registry/registry";
import { endAsCancelled } from "../runs/end-as-cancelled";
import { type ArrivedEvent, matchWaits } from "./match-waits";

/** Gives events to the steps that wait for them, and cancels the runs they are to cancel. */
export async function deliverEvents(
  tx: TransactionSql,
  registry: Registry,
  events: readonly ArrivedEvent[],
): Promise<void> {
  const matches = await matchWaits(tx, events);
  const wakenings = matches.flatMap(({ wait: { id, jobId }, seq }) =>
    jobId === null ? [] : [{ id, jobId, seq }],
  );
  const needed = new Set(wakenings.map(({ seq }) => seq));
  const values = events.filter(({ seq }) => needed.has(seq));
  await wakeWaits(tx, wakenings, new Map(values.map(({ seq, payload }) => [seq, JSON.stringify(payload)])));
  const cancelled = matches.flatMap(({ wait }) => (wait.jobId === null ? [wait.runId] : []));
  await endAsCancelled(tx, [...new Set(cancelled)], (name) => registry.listensTo(name));
}
