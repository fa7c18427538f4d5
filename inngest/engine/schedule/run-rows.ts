import { type JsonText, jsonList } from "@/db/queries/workflow/statement";
import { newId } from "@/lib/platform/ids";
import type { FunctionDefinition } from "../registry/function-definition";
import type { Registry } from "../registry/registry";

export type IncomingEvent = { id: string; name: string; data: JsonText; v: string | null; tsMillis: number };

/** JSON lists for `insertRuns`: the events, and a run for each function they start. */
export function buildRunRows(
  registry: Registry,
  events: readonly IncomingEvent[],
  startedBy: (event: { name: string; data: unknown }) => readonly FunctionDefinition[],
): { events: JsonText; runs: JsonText } {
  const rows = events.map(({ id, name, data, tsMillis }) => ({ id, name, data, millis: tsMillis }));
  const runs = events.flatMap((event) => {
    const { id, name, v, tsMillis } = event;
    const payload = {
      id,
      name,
      data: JSON.parse(event.data) as unknown,
      ts: tsMillis,
      ...(v === null ? {} : { v }),
    };
    const definitions = startedBy(payload);
    const text = definitions.length === 0 ? "" : JSON.stringify(payload);
    return definitions.map((definition) => ({
      runId: newId(),
      jobId: newId(),
      functionId: definition.id,
      eventId: id,
      event: text,
      millis: tsMillis,
      keys: registry.keysOf(definition, payload),
    }));
  });
  return { events: jsonList(rows), runs: jsonList(runs) };
}
