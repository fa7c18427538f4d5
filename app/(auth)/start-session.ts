import { cookies } from "next/headers";
import type { UserIdentity } from "@/db/queries/system/identity";
import { cookieNames } from "@/lib/browser/preferences";
import { encodeSession, sessionCookieName, sessionCookieOptions } from "@/lib/platform/auth/session";

const yearSeconds = 365 * 24 * 60 * 60;

/** Signs this browser in, in the person's own language and time zone. Any session it had is replaced. */
export async function startSession(user: UserIdentity): Promise<void> {
  const store = await cookies();
  const token = await encodeSession({ userId: user.id, sessionEpoch: user.sessionEpoch });
  store.set(sessionCookieName(), token, sessionCookieOptions());
  const preference = { path: "/", maxAge: yearSeconds, sameSite: "lax" } as const;
  store.set(cookieNames.locale, user.locale, preference);
  store.set(cookieNames.timeZone, user.timeZone, preference);
}
