import { database } from "@/db/client";
import { type Activity, unsafeAcrossWorkspacesNoteActive } from "@/db/queries/system/active-contacts";
import { SystemScope } from "@/db/scope";
import { BufferedWriter } from "@/lib/platform/batching/buffered-writer";

/** Many events of a person in a second are one write; a crash loses that second, and the next event makes up for it. */
const writer = new BufferedWriter<Activity>({
  name: "activity",
  everyMillis: 500,
  itemsMax: 200_000,
  write: (items) => unsafeAcrossWorkspacesNoteActive(SystemScope.mint(database()), latestOfEach(items)),
});

const apartMillis = 30_000;
const rememberedMax = 100_000;

/** When each was last seen as far as this process has said. */
const said = new Map<string, number>();

/**
 * Says when somebody was last seen; earlier than what is known it changes nothing. Twice within half a minute is said
 * once: the database keeps no closer count.
 */
export function noteActivity(workspaceId: string, contactId: string, at: Date): void {
  const millis = at.getTime();
  const known = said.get(contactId);
  if (known !== undefined && millis < known + apartMillis) return;
  if (said.size >= rememberedMax) said.clear();
  said.set(contactId, millis);
  writer.add({ workspaceId, contactId, at });
}

function latestOfEach(items: Activity[]): Activity[] {
  const latest = new Map<string, Activity>();
  for (const item of items) {
    const key = item.workspaceId + item.contactId;
    const known = latest.get(key);
    if (!known || known.at < item.at) latest.set(key, item);
  }
  return [...latest.values()];
}
