import type { InngestFunction } from "inngest";
import { startCampaign } from "./functions/campaigns/start-campaign";
import { runJob } from "./functions/jobs/run-job";
import { deliverChunk, deliverTransactionalChunk } from "./functions/runs/deliver-chunk";

/** Every function, by name: what is not in this list does not run. */
export const functions: readonly InngestFunction.Like[] = [
  startCampaign,
  deliverChunk,
  deliverTransactionalChunk,
  runJob,
];
