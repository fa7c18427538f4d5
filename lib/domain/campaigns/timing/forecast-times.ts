import { countCapped, countReachableByZone, sampleReachable } from "@/db/queries/audience/forecast-audience";
import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { findWorkspaceHours } from "@/db/queries/contacts/contact-hours";
import type { SendingWorkspace } from "@/db/queries/runs/sending-context";
import { priorityOf } from "@/lib/domain/runs/timing/slot-priority";
import { type TimingColumns, timedPerson } from "@/lib/domain/runs/timing/timed-person";
import { spanBefore } from "@/lib/domain/timing/frequency-cap";
import { endOf, plannedInstant, resolveSendTime } from "@/lib/domain/timing/resolve-send-time";
import { isPerPerson, type RunTiming, startOf } from "@/lib/domain/timing/run-timing";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { plannedTime, timingAt } from "./planned-timing";

/** When those who would be reached would get it. */
export type TimesForecast = {
  /** Full hours, those in which somebody gets it. */
  byHour: { hour: Date; count: number }[];
  /** Whom no moment is left for: outside every window, or after the end. */
  neverInTime: number;
  /** Who had enough by what is known now. */
  capped: number;
  isEstimate: boolean;
};

const hourMillis = 3_600_000;
const sampleSize = 10_000;
/** Who waits for an opening is spread: four draws stand for all. */
const draws = [0.125, 0.375, 0.625, 0.875];

/** Undefined where everybody is written to at once. */
export async function forecastTimes(
  ctx: WorkspaceContext,
  campaign: CampaignRow,
  workspace: SendingWorkspace,
): Promise<TimesForecast | undefined> {
  const now = ctx.now();
  const sendAt = plannedTime(campaign, workspace.timeZone, now);
  const timing = timingAt(campaign, workspace, sendAt);
  if (!isPerPerson(timing)) return undefined;
  const { audience: filter, channel, category } = campaign;
  const request = { filter, channel, category, consentMode: workspace.consentMode };
  const opens = startOf(campaign.timing, workspace.timeZone, sendAt);
  const at = Math.max(now.getTime(), opens.getTime());
  const [times, capped] = await Promise.all([
    timing.isBestTime ? timesOfSample(ctx, request, timing, at) : timesOfZones(ctx, request, timing, at),
    cappedPeople(
      ctx,
      { request, priority: campaign.priority },
      timing,
      plannedInstant(timing.planned, timing.workspaceZone, at).resolved,
    ),
  ]);
  return withoutCapped(times, capped);
}

/** Whom caps leave out is taken to be spread over the hours, and over those who have none, like everybody. */
function withoutCapped(times: Times, found: number): TimesForecast {
  const placed = times.byHour.reduce((sum, { count }) => sum + count, 0);
  const share = found === 0 ? 1 : 1 - Math.min(1, found / (placed + times.neverInTime));
  const capped = Math.round(placed * (1 - share));
  const byHour = times.byHour
    .map(({ hour, count }) => ({ hour, count: Math.round(count * share) }))
    .filter(({ count }) => count > 0);
  return { ...times, byHour, capped, isEstimate: times.isEstimate || (capped > 0 && byHour.length > 1) };
}

type Request = Parameters<typeof countReachableByZone>[1];
type Times = Omit<TimesForecast, "capped">;

async function timesOfZones(
  ctx: WorkspaceContext,
  request: Request,
  timing: RunTiming,
  at: number,
): Promise<Times> {
  const groups = await countReachableByZone(ctx.scope, request);
  const shares = groups.flatMap(({ count, ...columns }) =>
    draws.map((draw) => ({ at: resolveAt(columns, timing, at, draw), count: count / draws.length })),
  );
  return { ...toTimes(shares), isEstimate: false };
}

/** Each person's own habits decide: some people stand for all. */
async function timesOfSample(
  ctx: WorkspaceContext,
  request: Request,
  timing: RunTiming,
  at: number,
): Promise<Times> {
  const [people, everybody, groups] = await Promise.all([
    sampleReachable(ctx.scope, request, sampleSize),
    findWorkspaceHours(ctx.scope),
    countReachableByZone(ctx.scope, request),
  ]);
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const count = people.length === 0 ? 0 : total / people.length;
  const rules = { ...timing, caps: [] };
  const shares = people.map((columns) => {
    const person = timedPerson("forecast", columns, timing.workspaceZone, everybody);
    return { at: resolveSendTime(rules, person, at).at, count };
  });
  return { ...toTimes(shares), isEstimate: people.length < total };
}

function resolveAt(columns: TimingColumns, timing: RunTiming, at: number, draw: number): number | undefined {
  const person = { ...timedPerson("forecast", columns, timing.workspaceZone, null), draw };
  return resolveSendTime({ ...timing, caps: [] }, person, at).at;
}

function toTimes(shares: readonly { at: number | undefined; count: number }[]): Omit<Times, "isEstimate"> {
  const hours = new Map<number, number>();
  let never = 0;
  for (const { at, count } of shares) {
    if (at === undefined) never += count;
    else {
      const hour = Math.floor(at / hourMillis) * hourMillis;
      hours.set(hour, (hours.get(hour) ?? 0) + count);
    }
  }
  const byHour = [...hours]
    .sort(([left], [right]) => left - right)
    .map(([hour, count]) => ({ hour: new Date(hour), count: Math.round(count) }));
  return { byHour, neverInTime: Math.round(never) };
}

/** Under caps that leave people out, or put them off beyond the end. */
function cappedPeople(
  ctx: WorkspaceContext,
  { request, priority }: { request: Request; priority: CampaignRow["priority"] },
  timing: RunTiming,
  at: number,
): Promise<number> {
  const end = endOf(timing, at);
  const full = timing.caps.flatMap((cap) => {
    const { from, until, free } = spanBefore(cap, at, timing.workspaceZone);
    if (cap.whenFull === "defer" && (end === null || free < end)) return [];
    const { limit, channels, categories } = cap;
    const span = { from: new Date(from), until: new Date(until) };
    return [{ limit, channels, categories, ...span, priority: priorityOf(priority) }];
  });
  return countCapped(ctx.scope, request, full);
}
