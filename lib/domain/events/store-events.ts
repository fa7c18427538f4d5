import { type EventWrite, insertEvents, insertNewEvents } from "@/db/queries/events/insert-events";
import {
  insertPeople,
  type NewPerson,
  type PersonClue,
  resolvePeople,
} from "@/db/queries/events/resolve-people";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import type { WorkspaceScope } from "@/db/scope";
import { retryOnUniqueViolation } from "@/db/unique-violation";
import { eventTracked } from "@/inngest/events/events";
import { keepOrders } from "@/lib/domain/coupons/performance/orders/keep-orders";
import { newId } from "@/lib/platform/ids";
import { noteActivity } from "./activity";

export type EventToStore = EventWrite & { who: PersonClue; createContact: boolean };

export type StoredEvents = {
  /** New ones; the others of known people were there already. */
  accepted: number;
  isNew: (id: string) => boolean;
  /** Positions of those whose contact is unknown and was not to be made. */
  unknown: number[];
};

/** People are found as a set, made where that was asked for, and the events of all of them written by one statement. */
export async function storeEvents(scope: WorkspaceScope, events: EventToStore[]): Promise<StoredEvents> {
  const { clues, numbers } = numberPeople(events);
  const stored = await retryOnUniqueViolation((attempt) =>
    scope.transaction(async (tx) => {
      const people = await resolvePeople(tx, clues);
      await makePeople(tx, clues, people, wantedOf(events, numbers));
      const writes: EventToStore[] = [];
      const contactIds: string[] = [];
      const unknown: number[] = [];
      events.forEach((event, position) => {
        const contactId = people[numbers[position] ?? -1];
        if (contactId === undefined) unknown.push(position);
        else {
          writes.push(event);
          contactIds.push(contactId);
        }
      });
      if (writes.length === 0) return { accepted: 0, isNew: () => false, unknown, writes, contactIds };
      const insert = attempt === 1 ? insertNewEvents : insertEvents;
      const { count, newIds, listened } = await insert(tx, writes, contactIds);
      if (listened) await handOver(tx, listened);
      await keepOrders(tx, writes, contactIds);
      const known = newIds && new Set(newIds);
      return {
        accepted: count,
        isNew: (id: string) => known?.has(id) ?? count > 0,
        unknown,
        writes,
        contactIds,
      };
    }),
  );
  const { writes, contactIds } = stored;
  writes.forEach(({ occurredAt }, n) => {
    noteActivity(scope.id, contactIds[n] ?? "", occurredAt);
  });
  return stored;
}

/** Each person once, and by number whom each event is about. */
function numberPeople(events: EventToStore[]): { clues: PersonClue[]; numbers: number[] } {
  const clues: PersonClue[] = [];
  const known: Record<PersonClue["kind"], Map<string, number>> = {
    contact: new Map<string, number>(),
    external: new Map<string, number>(),
    anonymous: new Map<string, number>(),
  };
  const numbers = events.map(({ who }) => {
    const ofKind = known[who.kind];
    const number = ofKind.get(who.key) ?? clues.push(who) - 1;
    ofKind.set(who.key, number);
    return number;
  });
  return { clues, numbers };
}

/** Those whom an event wants made where they are unknown. */
const wantedOf = (events: EventToStore[], numbers: number[]): ReadonlySet<number> =>
  new Set(numbers.filter((_, position) => events[position]?.createContact));

async function makePeople(
  tx: WorkspaceScope,
  clues: PersonClue[],
  people: (string | undefined)[],
  wanted: ReadonlySet<number>,
) {
  const made: NewPerson[] = [];
  clues.forEach(({ kind, key }, number) => {
    if (people[number] !== undefined || kind === "contact" || !wanted.has(number)) return;
    const id = newId();
    people[number] = id;
    made.push({
      id,
      externalId: kind === "external" ? key : null,
      anonymousId: kind === "anonymous" ? key : null,
    });
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
