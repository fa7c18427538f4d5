import { getEnrolmentContract } from "@/lib/contracts/automations/enrolments";
import { getEnrolment } from "@/lib/domain/automations/people/get-enrolment";
import { route } from "@/lib/platform/http/route";

export const GET = route(getEnrolmentContract, ({ ctx, params }) => getEnrolment(ctx, params));
