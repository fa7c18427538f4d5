import { changePasswordContract } from "@/lib/contracts/users";
import { changePassword } from "@/lib/domain/users/change-password";
import { sessionCookie } from "@/lib/platform/auth/session";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const POST = route(changePasswordContract, async ({ user, body, origin, headers }) => {
  const { id, sessionEpoch } = await changePassword(visitorFrom(origin), user, body);
  headers.append("set-cookie", await sessionCookie({ userId: id, sessionEpoch }));
});
