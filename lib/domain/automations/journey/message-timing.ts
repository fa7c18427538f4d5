import type { SendingWorkspace } from "@/db/queries/runs/sending-context";
import type { Channel } from "@/lib/domain/channels/channel";
import { timingDefault } from "@/lib/domain/timing/campaign-timing";
import { type RunTiming, runTimingOf } from "@/lib/domain/timing/run-timing";
import type { MessageStep } from "../definition";

const minutesOfYear = 365 * 24 * 60;

/** The workspace's sending hours and caps, from now on. No message of an automation waits for a person to allow it late. */
export const messageTiming = (
  { category, ttlSeconds }: MessageStep,
  channel: Channel,
  workspace: SendingWorkspace,
  now: Date,
): RunTiming =>
  runTimingOf({
    timing: { ...timingDefault, latenessMinutesMax: minutesOfYear },
    isBestTime: false,
    rules: workspace.sendingRules,
    workspaceZone: workspace.timeZone,
    channel,
    category,
    ttlSeconds: ttlSeconds ?? newsSeconds,
    sendAt: now,
  });

/** What somebody did days ago is no news: a message that found no hour by then is left out. */
export const newsSeconds = 3 * 24 * 60 * 60;
