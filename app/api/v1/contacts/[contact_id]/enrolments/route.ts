import { listContactEnrolmentsContract } from "@/lib/contracts/automations/enrolments";
import { listContactEnrolments } from "@/lib/domain/automations/people/list-enrolments";
import { route } from "@/lib/platform/http/route";

export const GET = route(listContactEnrolmentsContract, ({ ctx, params, query }) =>
  listContactEnrolments(ctx, { ...params, ...query }),
);
