import { inngest } from "@/inngest/client";
import { eventTracked } from "@/inngest/events/events";
import { asStep, contextOfJob } from "@/inngest/in-workspace";
import { eventPlaces, eventPlacesOfWorkspace } from "@/inngest/places";
import { applyEvent as apply } from "@/lib/domain/automations/journey/apply-event";

/** What a tracked event means to the automations that listen to its name. */
export const applyEvent = inngest.createFunction(
  {
    id: "apply-event",
    triggers: [eventTracked],
    retries: 20,
    concurrency: [{ limit: eventPlaces }, { key: "event.data.workspaceId", limit: eventPlacesOfWorkspace }],
  },
  async ({ event, step }) => {
    const { workspaceId, eventId } = event.data;
    const ctx = contextOfJob("apply-event", workspaceId);
    await step.run("apply", () => asStep(() => apply(ctx, { eventId })));
  },
);
