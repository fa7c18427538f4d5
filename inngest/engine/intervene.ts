import type { TransactionSql } from "@/db/client";
import { lockIngest, newestEventSeq } from "@/db/queries/workflow/events";
import { findRunDetail } from "@/db/queries/workflow/inspect";
import { conflict, notFound } from "@/lib/platform/errors";
import type { EventPayload } from "./protocol/event-payload";
import { RegistryView } from "./registry/registry-view";
import { endAsCancelled } from "./runs/end-as-cancelled";
import { startSingle } from "./schedule/start-runs";

/** `false` when the run had ended. A step that executes right now ends, but nothing of it is kept. */
export async function cancelRun(tx: TransactionSql, runId: string): Promise<boolean> {
  return (await endAsCancelled(tx, [runId], () => true)) === 1;
}

/**
 * Runs the function again from its start, with the event of a known run, and gives the new run's id. It was asked
 * for, so no rate limit, idempotency or debounce drops it; a singleton and the limits of execution hold. Throws
 * `not_found`, or `conflict` when the function is gone or an active run has its singleton.
 */
export async function replayRun(tx: TransactionSql, runId: string): Promise<string> {
  await lockIngest(tx);
  const run = await findRunDetail(tx, runId);
  if (!run) throw notFound();
  const view = new RegistryView();
  await view.refresh(tx);
  const definition = view.current.find(run.functionId);
  if (!definition)
    throw conflict("The newest deployment does not have this function, so nothing can run it again.", {
      reason: "function_gone",
    });
  const event = JSON.parse(run.event) as EventPayload;
  const start = { definition, event, seq: await newestEventSeq(tx), replayOf: runId };
  const replay = await startSingle(tx, view.current, start);
  if (replay === undefined)
    throw conflict("Another run of this singleton is active. Wait for its end, or cancel it first.", {
      reason: "singleton_active",
    });
  return replay;
}

/** For whoever acts in a transaction of their own. */
export const engineActs = { cancel: cancelRun, replay: replayRun };
