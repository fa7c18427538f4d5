import { type EventWrite, insertEvents } from "@/db/queries/events/insert-events";
import { clueKey, insertPeople, type PersonClue, resolvePeople } from "@/db/queries/events/resolve-people";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import type { WorkspaceScope } from "@/db/scope";
import { retryOnUniqueViolation } from "@/db/unique-violation";
import { eventTracked } from "@/inngest/events/events";
import { keepOrders } from "@/lib/domain/coupons/performance/keep-orders";
import { newId } from "@/lib/platform/ids";
import { noteActivity } from "./activity";

export type EventToStore = Omit<EventWrite, "contactId"> & { who: PersonClue; createContact: boolean };

export type StoredEvents = {
  /** New ones; the others of known people were there already. */
  accepted: number;
  isNew: (id: string) => boolean;
  /** Positions of those whose contact is unknown and was not to be made. */
  unknown: number[];
};

/** People are found as a set, made where that was asked for, and the events of all of them written by one statement. */
export async function storeEvents(scope: WorkspaceScope, events: EventToStore[]): Promise<StoredEvents> {
  const clues = distinct(events.map(({ who }) => who));
  const stored = await retryOnUniqueViolation(() =>
    scope.transaction(async (tx) => {
      const people = await resolvePeople(tx, clues);
      await makePeople(tx, events, people);
      const writes: EventWrite[] = [];
      const unknown: number[] = [];
      events.forEach((event, position) => {
        const contactId = people.get(clueKey(event.who));
        if (contactId === undefined) unknown.push(position);
        else writes.push({ ...event, contactId });
      });
      if (writes.length === 0) return { accepted: 0, isNew: () => false, unknown, writes };
      const { count, newIds, listened } = await insertEvents(tx, writes);
      if (listened) await handOver(tx, listened);
      await keepOrders(tx, writes);
      const known = newIds && new Set(newIds);
      return { accepted: count, isNew: (id: string) => known?.has(id) ?? count > 0, unknown, writes };
    }),
  );
  for (const { contactId, occurredAt } of stored.writes) noteActivity(scope.id, contactId, occurredAt);
  return stored;
}

function distinct(clues: PersonClue[]): PersonClue[] {
  return [...new Map(clues.map((clue) => [clueKey(clue), clue])).values()];
}

async function makePeople(tx: WorkspaceScope, events: EventToStore[], people: Map<string, string>) {
  const missing = events.filter(
    ({ who, createContact }) => createContact && who.kind !== "contact" && !people.has(clueKey(who)),
  );
  const made = distinct(missing.map(({ who }) => who)).map(({ kind, key }) => {
    const id = newId();
    people.set(clueKey({ kind, key }), id);
    return {
      id,
      externalId: kind === "external" ? key : null,
      anonymousId: kind === "anonymous" ? key : null,
    };
  });
  await insertPeople(tx, made);
}

/** Only names that somebody waits for; the rows are read again by whoever wants more than the ids. */
async function handOver(tx: WorkspaceScope, events: { id: string; name: string; contactId: string }[]) {
  await insertOutboxEvents(
    tx.connection,
    events.map(({ id, name, contactId }) => ({
      id: `event-${tx.id}-${id}`,
      name: eventTracked.name,
      data: { workspaceId: tx.id, eventId: id, contactId, name },
    })),
  );
}
