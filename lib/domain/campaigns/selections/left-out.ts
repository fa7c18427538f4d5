/** Why a change to many campaigns leaves one as it is. */
export const leftOutReasons = [
  "campaign_state",
  "campaign_has_run",
  "campaign_started",
  "not_found",
] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];
