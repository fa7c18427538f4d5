import { invalidState } from "@/lib/platform/errors";

export const campaignStatuses = [
  "draft",
  "scheduled",
  "sending",
  "paused",
  "sent",
  "cancelled",
  "failed",
] as const;

export type CampaignStatus = (typeof campaignStatuses)[number];

export const scheduleTypes = ["send_now", "scheduled", "recurring", "best_time"] as const;

export type ScheduleType = (typeof scheduleTypes)[number];

export const campaignActions = [
  "edit",
  "schedule",
  "unschedule",
  "start",
  "pause",
  "resume",
  "cancel",
  "finish",
  "wait",
  "fail",
  "delete",
] as const;

export type CampaignAction = (typeof campaignActions)[number];

/** The one transition table: from which states an act is possible, and where it leads. */
const transitions: Record<
  CampaignAction,
  { from: readonly CampaignStatus[]; to: CampaignStatus | undefined }
> = {
  edit: { from: ["draft"], to: "draft" },
  schedule: { from: ["draft"], to: "scheduled" },
  unschedule: { from: ["scheduled"], to: "draft" },
  start: { from: ["scheduled"], to: "sending" },
  pause: { from: ["sending"], to: "paused" },
  resume: { from: ["paused"], to: "sending" },
  cancel: { from: ["scheduled", "sending", "paused"], to: "cancelled" },
  finish: { from: ["sending", "paused"], to: "sent" },
  // A series between two occurrences.
  wait: { from: ["scheduled", "sending", "paused"], to: "scheduled" },
  fail: { from: ["scheduled", "sending", "paused"], to: "failed" },
  delete: { from: ["draft", "cancelled", "failed"], to: undefined },
};

export const mayDo = (status: CampaignStatus, action: CampaignAction): boolean =>
  transitions[action].from.includes(status);

/** Why a campaign cannot be deleted: its state, or the report of those it reached. */
export function refuseDelete({
  status,
  runId,
}: {
  status: CampaignStatus;
  runId: string | null;
}): "campaign_state" | "campaign_has_run" | undefined {
  if (!mayDo(status, "delete")) return "campaign_state";
  return runId === null ? undefined : "campaign_has_run";
}

/** Many are only cancelled together before anything has left; the rest of a send is ended one by one. */
export const refuseCancelUnsent = ({
  status,
}: {
  status: CampaignStatus;
}): "campaign_state" | "campaign_started" | undefined => {
  if (status === "scheduled") return undefined;
  return mayDo(status, "cancel") ? "campaign_started" : "campaign_state";
};

/** Where an act leads from here; refuses with the states that would allow it. */
export function assertCan(status: CampaignStatus, action: CampaignAction): CampaignStatus {
  const { from, to } = transitions[action];
  if (from.includes(status)) return to ?? status;
  throw invalidState(`A campaign that is ${status} cannot be asked to ${action}.`, {
    reason: "campaign_state",
    from: status,
    action,
    allowed: from,
  });
}

/** Words of the sources, accepted in filters. */
export const statusAliases: Record<string, CampaignStatus> = { running: "sending", completed: "sent" };

export const campaignNameCharsMax = 200;

export const undoSecondsDefault = 10;
export const undoSecondsMax = 60;

/** Clocks differ; a schedule this little in the past means now. */
export const pastToleranceMillis = 60_000;
