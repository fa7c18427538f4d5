import type { InngestFunction } from "inngest";
import { advanceEnrolments } from "./functions/automations/advance-enrolments";
import { applyEvent } from "./functions/automations/apply-event";
import { emptyArchivedAutomation } from "./functions/automations/empty-archived-automation";
import { sweepAutomation } from "./functions/automations/sweep-automation";
import { sweepAutomations } from "./functions/automations/sweep-automations";
import { wakeOverdueEnrolments } from "./functions/automations/wake-overdue-enrolments";
import { startCampaign } from "./functions/campaigns/start-campaign";
import { auditCoupons } from "./functions/coupons/audit-coupons";
import { reapHolds } from "./functions/coupons/reap-holds";
import { applyOverdueReceipts } from "./functions/deliveries/apply-overdue-receipts";
import { runJob } from "./functions/jobs/run-job";
import { sweepJobs } from "./functions/jobs/sweep-jobs";
import { keepHouse } from "./functions/platform/keep-house";
import { deliverChunk, deliverTransactionalChunk } from "./functions/runs/deliver-chunk";
import { wakeStalledSending } from "./functions/runs/wake-stalled-sending";
import { learnBestTimes } from "./functions/timing/learn-best-times";
import { mailPasswordReset } from "./functions/users/mail-password-reset";
import { eraseWorkspace } from "./functions/workspaces/erase-workspace";

/** Every function, by name: what is not in this list does not run. */
export const functions: readonly InngestFunction.Like[] = [
  startCampaign,
  deliverChunk,
  deliverTransactionalChunk,
  wakeStalledSending,
  applyOverdueReceipts,
  applyEvent,
  advanceEnrolments,
  sweepAutomations,
  sweepAutomation,
  emptyArchivedAutomation,
  wakeOverdueEnrolments,
  runJob,
  sweepJobs,
  mailPasswordReset,
  eraseWorkspace,
  keepHouse,
  learnBestTimes,
  auditCoupons,
  reapHolds,
];
