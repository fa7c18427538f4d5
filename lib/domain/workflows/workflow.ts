export const workflowStatuses = ["queued", "running", "waiting", "completed", "failed", "cancelled"] as const;

export type WorkflowStatus = (typeof workflowStatuses)[number];

export const activeStatuses = ["queued", "running", "waiting"] as const satisfies readonly WorkflowStatus[];

export const endedStatuses = [
  "completed",
  "failed",
  "cancelled",
] as const satisfies readonly WorkflowStatus[];

export const hasEnded = (status: WorkflowStatus): boolean => endedStatuses.some((ended) => ended === status);

/** How many hours the figures of functions look back, the current one included. */
export const figureHours = 24;

/** What a function does without its application's name: `pushpilot-start-campaign` is `start-campaign`. */
export const plainNameOf = (functionId: string): string => functionId.replace(/^pushpilot-/, "");

/** Work of the installation itself: its runs belong to no workspace, or to one that is gone. */
const installationWork = ["mail-password-reset", "erase-workspace"];

/** Whether a workspace may have runs of it: something that happens starts it, not the clock, and not for all at once. */
export const mayRunForWorkspace = (functionId: string, triggers: readonly Trigger[]): boolean =>
  triggers.some(({ event }) => event !== null) && !installationWork.includes(plainNameOf(functionId));

/** An event's name, or a cron expression. */
export type Trigger = { event: string | null; cron: string | null };

/** Failed ones among those that came to an end of their own; nothing to say when there are none. */
export function failureRateOf({ completed, failed }: { completed: number; failed: number }): number | null {
  const ended = completed + failed;
  return ended === 0 ? null : failed / ended;
}

/** `code`: what the function does between its steps. */
export const entryKinds = ["code", "step", "sleep", "wait", "invoke"] as const;

export type EntryKind = (typeof entryKinds)[number];

export const entryStates = [
  "completed",
  "failed",
  "timed_out",
  "running",
  "retrying",
  "queued",
  "waiting",
] as const;

export type EntryState = (typeof entryStates)[number];
