import { listEventsContract, trackEventsContract } from "@/lib/contracts/events/events";
import { listEvents } from "@/lib/domain/events/list-events";
import { trackEvent, trackEvents } from "@/lib/domain/events/track-events";
import { route } from "@/lib/platform/http/route";

export const GET = route(listEventsContract, ({ ctx, query }) => listEvents(ctx, query));

export const POST = route(trackEventsContract, ({ ctx, body }) =>
  "events" in body ? trackEvents(ctx, body) : trackEvent(ctx, body),
);
