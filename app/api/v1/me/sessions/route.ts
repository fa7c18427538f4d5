import { endOtherSessionsContract } from "@/lib/contracts/users";
import { endOtherSessions } from "@/lib/domain/users/change-password";
import { sessionCookie } from "@/lib/platform/auth/session";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const DELETE = route(endOtherSessionsContract, async ({ user, origin, headers }) => {
  const { id, sessionEpoch } = await endOtherSessions(visitorFrom(origin), user);
  headers.append("set-cookie", await sessionCookie({ userId: id, sessionEpoch }));
});
