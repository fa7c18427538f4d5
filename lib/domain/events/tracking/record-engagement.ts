import { database } from "@/db/client";
import type { EngagementWrite } from "@/db/queries/system/engagements";
import { SystemScope } from "@/db/scope";
import { announceEvents, announceFigures } from "@/lib/domain/runs/announce-progress";
import { BufferedWriter } from "@/lib/platform/batching/buffered-writer";
import { contextOfHook } from "@/lib/platform/context/hook-context";
import { newEventId } from "../event-id";
import { storeEngagements } from "./store-engagements";
import type { EngagementKind } from "./tracking";
import { claimReader } from "./tracking-token";

/** As little as can be noted while somebody waits; what it means is read when it is written. */
type Note = {
  token: Buffer;
  kind: EngagementKind;
  isAutomated: boolean;
  atMillis: number;
  actionId: string | undefined;
  /** Of its event; kept, so that a write that is tried again counts once. */
  id?: string;
};

const writer = new BufferedWriter<Note>({
  name: "engagements",
  everyMillis: 400,
  itemsMax: 500_000,
  write: (notes) => writeEngagements(toEngagements(notes)),
});

/** Notes what somebody did with the message of a verified token. */
export const recordEngagement = (note: Omit<Note, "id">): void => writer.add(note);

function toEngagements(notes: readonly Note[]): EngagementWrite[] {
  const read = claimReader();
  const describe = linkDescriber();
  return notes.map((note) => {
    const { workspaceId, runId, contactId, variant, linkNo, destination } = read(note.token);
    const { kind, isAutomated, atMillis } = note;
    note.id ??= newEventId(new Date(atMillis));
    const { url, properties } = describe(destination, note);
    return {
      id: note.id,
      workspaceId,
      runId,
      contactId,
      kind,
      variant,
      linkNo,
      url,
      atMillis,
      isAutomated,
      properties,
    };
  });
}

/** Of many notes few say something else. */
function linkDescriber() {
  const known = new Map<string, { url: string; properties: string }>();
  return (destination: string, { isAutomated, actionId }: Note) => {
    const key = `${isAutomated} ${actionId} ${destination}`;
    const link = known.get(key) ?? {
      url: labelOf(destination),
      properties: JSON.stringify({
        ...(destination === "" ? {} : { url: destination }),
        ...(actionId === undefined ? {} : { action: actionId }),
        ...(isAutomated ? { automated: true } : {}),
      }),
    };
    known.set(key, link);
    return link;
  };
}

const labelCharsMax = 300;

/** What a report calls a link: without its query, which may be about one person. */
const labelOf = (destination: string): string =>
  (destination.split(/[?#]/, 1)[0] ?? "").slice(0, labelCharsMax);

async function writeEngagements(items: EngagementWrite[]): Promise<void> {
  const moved = await storeEngagements(SystemScope.mint(database()), items);
  for (const { workspaceId, campaignId, eventId } of moved) {
    const ctx = await contextOfHook("tracking", workspaceId);
    if (!ctx) continue;
    announceEvents(ctx, eventId);
    if (campaignId) announceFigures(ctx, campaignId);
  }
}
