import { listEnrolmentsContract } from "@/lib/contracts/automations/enrolments";
import { listEnrolments } from "@/lib/domain/automations/people/list-enrolments";
import { route } from "@/lib/platform/http/route";

export const GET = route(listEnrolmentsContract, ({ ctx, params, query }) =>
  listEnrolments(ctx, { ...params, ...query }),
);
