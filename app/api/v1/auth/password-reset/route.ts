import { requestPasswordResetContract } from "@/lib/contracts/auth";
import { requestPasswordReset } from "@/lib/domain/users/request-password-reset";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const POST = route(requestPasswordResetContract, ({ body, origin }) =>
  requestPasswordReset(visitorFrom(origin), body),
);
