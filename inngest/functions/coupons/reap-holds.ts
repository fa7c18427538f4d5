import { cron } from "inngest";
import { database } from "@/db/client";
import { unsafeAcrossWorkspacesListDueHolds } from "@/db/queries/system/coupons";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { contextOfJob } from "@/inngest/in-workspace";
import { timerPlaces } from "@/inngest/places";
import { reapHolds as reapHoldsOf } from "@/lib/domain/coupons/redemptions/keep-ledger";

const workspacesMax = 500;

/** Gives the uses of holds that are over back. A use that finds none free does so for itself before it says no. */
export const reapHolds = inngest.createFunction(
  { id: "reap-holds", triggers: [cron("* * * * *")], retries: 0, concurrency: { limit: timerPlaces } },
  ({ step }) => step.run("reap", reap),
);

async function reap(): Promise<{ holds: number }> {
  let holds = 0;
  for (const workspaceId of await unsafeAcrossWorkspacesListDueHolds(
    SystemScope.mint(database()),
    workspacesMax,
  ))
    holds += await reapHoldsOf(contextOfJob("reap-holds", workspaceId).scope);
  return { holds };
}
