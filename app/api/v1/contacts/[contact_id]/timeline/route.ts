import { listContactTimelineContract } from "@/lib/contracts/contacts/contact-details";
import { listContactTimeline } from "@/lib/domain/contacts/list-contact-timeline";
import { route } from "@/lib/platform/http/route";

export const GET = route(listContactTimelineContract, ({ ctx, params, query }) =>
  listContactTimeline(ctx, { ...params, ...query }),
);
