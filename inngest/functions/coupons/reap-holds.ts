import { cron } from "inngest";
import { database } from "@/db/client";
import { unsafeAcrossWorkspacesListDueHolds } from "@/db/queries/system/coupons";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { contextOfJob } from "@/inngest/in-workspace";
import { timerPlaces } from "@/inngest/places";
import { reapHolds as reapHoldsOf } from "@/lib/domain/coupons/redemptions/keep-ledger";
import { log } from "@/lib/platform/log";

const workspacesMax = 500;

/** Gives the uses of holds that are over back. A use that finds none free does so for itself before it says no. */
export const reapHolds = inngest.createFunction(
  { id: "reap-holds", triggers: [cron("* * * * *")], retries: 0, concurrency: { limit: timerPlaces } },
  ({ step }) => step.run("reap", reap),
);

/** A workspace whose sums do not allow it stands in nobody's way: the monitor shows what is off. */
async function reap(): Promise<{ holds: number; failed: number }> {
  let [holds, failed] = [0, 0];
  const system = SystemScope.mint(database());
  for (const workspaceId of await unsafeAcrossWorkspacesListDueHolds(system, workspacesMax)) {
    try {
      holds += await reapHoldsOf(contextOfJob("reap-holds", workspaceId).scope);
    } catch (error) {
      failed += 1;
      log.error("coupons.holds_unreaped", { workspaceId, error });
    }
  }
  return { holds, failed };
}
