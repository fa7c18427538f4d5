import { removeEnrolmentContract } from "@/lib/contracts/automations/enrolments";
import { removeEnrolment } from "@/lib/domain/automations/people/remove-enrolment";
import { route } from "@/lib/platform/http/route";

export const POST = route(removeEnrolmentContract, ({ ctx, params }) => removeEnrolment(ctx, params));
