import { type JsonText, jsonRow } from "@/db/queries/workflow/statement";
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
  const rows = events.map(({ id, name, data, tsMillis }) =>
    jsonRow({ id, name, millis: tsMillis }, { data }),
  );
  const runs = events.flatMap((event) => {
    const { id, name, data, v, tsMillis } = event;
    const payload = { id, name, ts: tsMillis, data: JSON.parse(data) as unknown };
    const text = jsonRow({ id, name, ts: tsMillis, ...(v === null ? {} : { v }) }, { data });
    return startedBy(payload).map((definition) =>
      jsonRow(
        {
          runId: newId(),
          jobId: newId(),
          functionId: definition.id,
          eventId: id,
          millis: tsMillis,
          keys: registry.keysOf(definition, payload),
        },
        { event: text },
      ),
    );
  });
  return { events: `[${rows.join(",")}]`, runs: `[${runs.join(",")}]` };
}
