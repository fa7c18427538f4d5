import type { WorkspaceScope } from "@/db/scope";
import { GroupCommit } from "@/lib/platform/batching/group-commit";
import { type EventToStore, storeEvents } from "./store-events";

type Single = { scope: WorkspaceScope; event: EventToStore };

export type StoredEvent = "stored" | "repeated" | "unknown_contact";

const groupSizeMax = 500;
const groupsAtOnceMax = 4;

/** Events of many requests share a transaction while others are under way; an idle server writes at once. */
const singles = new GroupCommit<Single, StoredEvent>(groupSizeMax, groupsAtOnceMax, storeGroup);

export const storeSingleEvent = (scope: WorkspaceScope, event: EventToStore): Promise<StoredEvent> =>
  singles.add({ scope, event });

async function storeGroup(group: readonly Single[]): Promise<StoredEvent[]> {
  const results: StoredEvent[] = [];
  const positions = Map.groupBy(group.keys(), (position) => group[position]?.scope.id);
  await Promise.all(
    [...positions.values()].map(async (ofWorkspace) => {
      const mine = ofWorkspace.flatMap((position) => group[position] ?? []);
      const [first] = mine;
      if (!first) return;
      const { unknown, isNew } = await storeEvents(
        first.scope,
        mine.map(({ event }) => event),
      );
      const seen = new Set<string>();
      ofWorkspace.forEach((position, n) => {
        const id = mine[n]?.event.id ?? "";
        const counts = isNew(id) && !seen.has(id);
        results[position] = unknown.includes(n) ? "unknown_contact" : counts ? "stored" : "repeated";
        if (!unknown.includes(n)) seen.add(id);
      });
    }),
  );
  return results;
}
