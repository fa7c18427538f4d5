import { cron } from "inngest";
import { database } from "@/db/client";
import { unsafeAcrossWorkspacesListWithOffers } from "@/db/queries/system/workspaces-with-offers";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { contextOfJob } from "@/inngest/in-workspace";
import { timerPlaces } from "@/inngest/places";
import { auditCoupons as auditCouponsOf } from "@/lib/domain/coupons/ledger/check-invariants";
import { log } from "@/lib/platform/log";

const workspacesPerStep = 50;

/** Every night: whether each workspace's ledger agrees with all that is counted beside it. */
export const auditCoupons = inngest.createFunction(
  { id: "audit-coupons", triggers: [cron("23 2 * * *")], retries: 1, concurrency: { limit: timerPlaces } },
  async ({ step }) => {
    let done: Audited = { off: 0, last: null };
    let off = 0;
    for (let round = 1; round === 1 || done.last; round += 1) {
      const after = done.last;
      done = await step.run(`workspaces ${round}`, () => auditSome(after));
      off += done.off;
    }
    return { off };
  },
);

/** `last`: there may be more behind it. */
type Audited = { off: number; last: string | null };

async function auditSome(after: string | null): Promise<Audited> {
  const system = SystemScope.mint(database());
  const ids = await unsafeAcrossWorkspacesListWithOffers(system, after, workspacesPerStep);
  let off = 0;
  for (const workspaceId of ids) {
    try {
      off += (await auditCouponsOf(contextOfJob("audit-coupons", workspaceId))).off;
    } catch (error) {
      log.error("coupons.unaudited", { workspaceId, error });
    }
  }
  return { off, last: ids.length < workspacesPerStep ? null : (ids.at(-1) ?? null) };
}
