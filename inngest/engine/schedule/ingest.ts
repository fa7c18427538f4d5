import type { Sql, TransactionSql } from "@/db/client";
import { refuseInvocations } from "@/db/queries/workflow/cancel";
import { acceptOutboxEvents, lockIngest } from "@/db/queries/workflow/events";
import { toPayload } from "../protocol/event-payload";
import type { Registry } from "../registry/registry";
import type { RegistryView } from "../registry/registry-view";
import { deliverEvents } from "../waits/deliver-events";
import type { ArrivedEvent } from "../waits/match-waits";
import { scheduleStarts } from "./schedule-starts";
import { readInvocation, type Start } from "./start";
import { refusalError } from "./start-runs";

const batchSize = 500;

/** Turns everything in the outbox into runs, and ends what waited for it; gives how many events there were. */
export async function ingestOutbox(sql: Sql, view: RegistryView): Promise<number> {
  for (let total = 0; ; ) {
    const taken = await ingestBatch(sql, view);
    total += taken;
    if (taken < batchSize) return total;
  }
}

/** An event leaves the outbox in the transaction that starts its runs. */
async function ingestBatch(sql: Sql, view: RegistryView): Promise<number> {
  return sql.begin<number>(async (tx) => {
    const { registryVersion } = await lockIngest(tx);
    const { taken, events } = await acceptOutboxEvents(tx, batchSize);
    if (events.length === 0) return taken;
    await view.refresh(tx, registryVersion);
    const arrived = events.map((event) => ({ seq: event.seq, payload: toPayload(event) }));
    for (const portion of splitAtCancellations(view.current, arrived)) {
      await ingestPortion(tx, view.current, portion);
    }
    return taken;
  });
}

/** Where a cancelled run makes room for the next of its singleton, the order of the events decides. */
function splitAtCancellations(registry: Registry, events: readonly ArrivedEvent[]): ArrivedEvent[][] {
  const portions: ArrivedEvent[][] = [];
  let open: ArrivedEvent[] | undefined;
  for (const event of events) {
    if (registry.mayFreeSingletons(event.payload.name)) {
      portions.push([event]);
      open = undefined;
    } else if (open) {
      open.push(event);
    } else {
      open = [event];
      portions.push(open);
    }
  }
  return portions;
}

/** A run can be cancelled by a later event of its portion, so it comes first; a lone event cancels, then starts. */
async function ingestPortion(tx: TransactionSql, registry: Registry, events: readonly ArrivedEvent[]) {
  const isAlone = events.length === 1;
  if (isAlone) await deliverEvents(tx, registry, events);
  await scheduleStarts(tx, registry, await findStarts(tx, registry, events));
  if (!isAlone) await deliverEvents(tx, registry, events);
}

async function findStarts(
  tx: TransactionSql,
  registry: Registry,
  events: readonly ArrivedEvent[],
): Promise<Start[]> {
  const starts: Start[] = [];
  const refused: Parameters<typeof refuseInvocations>[1][number][] = [];
  for (const { seq, payload } of events) {
    const invocation = readInvocation(payload);
    if (invocation) {
      const { functionId, parent, event } = invocation;
      const definition = registry.find(functionId);
      if (definition) starts.push({ definition, event, seq, parent });
      else refused.push({ ...parent, error: refusalError(functionId, "there is no such function") });
    } else {
      const triggered = registry.triggeredBy(payload);
      starts.push(...triggered.map((definition) => ({ definition, event: payload, seq })));
    }
  }
  await refuseInvocations(tx, refused);
  return starts;
}
