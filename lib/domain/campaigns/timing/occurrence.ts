import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { occurrencesAfter } from "@/lib/domain/timing/recurrence/occurrences";

type Series = Pick<CampaignRow, "scheduleType" | "timing">;

/** A series' next time after an instant; undefined when it is over, or is none. */
export function nextOccurrence(
  { scheduleType, timing }: Series,
  workspaceZone: string,
  after: Date,
): Date | undefined {
  if (scheduleType !== "recurring" || !timing.recurrence) return undefined;
  const zone = timing.timeZone ?? workspaceZone;
  return occurrencesAfter(timing.recurrence, zone, after, 1)[0]?.at;
}

const looksMax = 1_000;

/** Of the times from `first` on that have passed by now, the last one. */
export function lastMissed(series: Series, workspaceZone: string, first: Date, now: Date): Date {
  let missed = first;
  for (let look = 0; look < looksMax; look += 1) {
    const next = nextOccurrence(series, workspaceZone, missed);
    if (!next || next > now) break;
    missed = next;
  }
  return missed;
}
