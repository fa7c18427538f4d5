import { database } from "@/db/client";
import {
  type EngagementWrite,
  unsafeAcrossWorkspacesRecordEngagements,
} from "@/db/queries/system/engagements";
import { SystemScope } from "@/db/scope";
import { announceEvents, announceFigures } from "@/lib/domain/runs/announce-progress";
import { BufferedWriter } from "@/lib/platform/batching/buffered-writer";
import { contextOfHook } from "@/lib/platform/context/hook-context";
import { newEventId } from "../event-id";
import type { EngagementKind } from "./tracking";
import type { TrackingClaim } from "./tracking-token";

const writer = new BufferedWriter<EngagementWrite>({
  name: "engagements",
  everyMillis: 400,
  itemsMax: 500_000,
  write: writeEngagements,
});

type Engagement = { kind: EngagementKind; isAutomated: boolean; at: Date; actionId?: string | undefined };

/** Notes what somebody did with a message. Its id is made here, so that a write that is tried again counts once. */
export function recordEngagement(
  claim: TrackingClaim,
  { kind, isAutomated, at, actionId }: Engagement,
): void {
  const { workspaceId, runId, contactId, variant, linkNo, destination } = claim;
  const url = labelOf(destination);
  writer.add({
    id: newEventId(at),
    workspaceId,
    runId,
    contactId,
    kind,
    variant,
    linkNo,
    url,
    at,
    isAutomated,
    properties: JSON.stringify({
      ...(destination === "" ? {} : { url: destination }),
      ...(actionId === undefined ? {} : { action: actionId }),
      ...(isAutomated ? { automated: true } : {}),
    }),
  });
}

const labelCharsMax = 300;

/** What a report calls a link: without its query, which may be about one person. */
const labelOf = (destination: string): string =>
  (destination.split(/[?#]/, 1)[0] ?? "").slice(0, labelCharsMax);

async function writeEngagements(items: EngagementWrite[]): Promise<void> {
  const moved = await unsafeAcrossWorkspacesRecordEngagements(SystemScope.mint(database()), items);
  for (const { workspaceId, campaignId, eventId } of moved) {
    const ctx = await contextOfHook("tracking", workspaceId);
    if (!ctx) continue;
    announceEvents(ctx, eventId);
    if (campaignId) announceFigures(ctx, campaignId);
  }
}
