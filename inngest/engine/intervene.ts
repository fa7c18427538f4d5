import type { Sql } from "@/db/client";
import { lockIngest, newestEventSeq } from "@/db/queries/workflow/events";
import { findRunDetail } from "@/db/queries/workflow/inspect";
import { conflict, notFound } from "@/lib/platform/errors";
import type { EventPayload } from "./protocol/event-payload";
import { RegistryView } from "./registry/registry-view";
import { endAsCancelled } from "./runs/end-as-cancelled";
import { startSingle } from "./schedule/start-runs";

/** `false` when the run had ended. A step that executes right now ends, but nothing of it is kept. */
export async function cancelRun(sql: Sql, runId: string): Promise<boolean> {
  const count = await sql.begin((tx) => endAsCancelled(tx, [runId], () => true));
  return count === 1;
}

/**
 * Runs the function again from its start, with the event of a known run, and gives the new run's id. It was asked
 * for, so no rate limit, idempotency or debounce drops it; a singleton and the limits of execution hold. Throws
 * `not_found`, or `conflict` when the function is gone or an active run has its singleton.
 */
export async function replayRun(sql: Sql, runId: string): Promise<string> {
  return sql.begin<string>(async (tx) => {
    await lockIngest(tx);
    const run = await findRunDetail(tx, runId);
    if (!run) throw notFound();
    const view = new RegistryView();
    await view.refresh(tx);
    const definition = view.current.find(run.functionId);
    if (!definition) throw conflict("The newest deployment does not have this function.");
    const event = JSON.parse(run.event) as EventPayload;
    const start = { definition, event, seq: await newestEventSeq(tx), replayOf: runId };
    const replay = await startSingle(tx, view.current, start);
    if (replay === undefined) throw conflict("Another run of this singleton is active.");
    return replay;
  });
}
