import type { OutboxEvent } from "@/db/queries/workflow/outbox";
import type { JsonText } from "@/db/queries/workflow/statement";

type EndedRun = { runId: string; functionId: string; event: JsonText };

export type RunEnd =
  | { status: "completed"; output: JsonText }
  | { status: "failed"; error: JsonText }
  | { status: "cancelled" };

const statusWords = { completed: "Completed", failed: "Failed", cancelled: "Cancelled" } as const;

/** Tells other functions that a run ended. Runs started by such an event tell nobody, or it would never stop. */
export function buildEndEvents(
  run: EndedRun,
  end: RunEnd,
  listensTo: (name: string) => boolean,
): OutboxEvent[] {
  const event: unknown = JSON.parse(run.event);
  const cause = typeof event === "object" && event !== null && "name" in event ? String(event.name) : "";
  if (/^inngest\/function\.(finished|failed|cancelled)$/.test(cause)) return [];
  const data = {
    function_id: run.functionId,
    run_id: run.runId,
    event,
    events: [event],
    ...(end.status === "failed" ? { error: JSON.parse(end.error) as unknown } : {}),
    ...(end.status === "completed" ? { result: JSON.parse(end.output) as unknown } : {}),
    _inngest: { status: statusWords[end.status] },
  };
  const names = ["finished", ...(end.status === "completed" ? [] : [end.status])];
  return names
    .map((name) => `inngest/function.${name}`)
    .filter(listensTo)
    .map((name) => ({ id: `${name}:${run.runId}`, name, data }));
}
