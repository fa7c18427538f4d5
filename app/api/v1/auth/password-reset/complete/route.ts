import { completePasswordResetContract } from "@/lib/contracts/auth";
import { resetPassword } from "@/lib/domain/users/reset-password";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const POST = route(completePasswordResetContract, ({ body, origin }) =>
  resetPassword(visitorFrom(origin), body),
);
