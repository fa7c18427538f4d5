import { database } from "@/db/client";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { workspaceDeleted } from "@/inngest/events/workspaces";
import { asStep } from "@/inngest/in-workspace";
import { timerPlaces } from "@/inngest/places";
import { eraseWorkspace as erase } from "@/lib/domain/workspaces/erase-workspace";

/** Slice by slice; a crash costs the batch at work. */
export const eraseWorkspace = inngest.createFunction(
  {
    id: "erase-workspace",
    triggers: [workspaceDeleted],
    retries: 20,
    concurrency: [{ limit: timerPlaces }],
  },
  async ({ event, step }) => {
    const { workspaceId } = event.data;
    for (let slice = 1; ; slice += 1) {
      const outcome = await step.run(`slice ${slice}`, () =>
        asStep(() => erase(SystemScope.mint(database()), { workspaceId })),
      );
      if (outcome === "erased") return;
    }
  },
);
