import { cookies } from "next/headers";
import type { UserIdentity } from "@/db/queries/system/identity";
import { cookieNames } from "@/lib/browser/preferences";
import { findInterfaceLocale } from "@/lib/domain/users/interface-locale";
import { updateProfile } from "@/lib/domain/users/update-profile";
import { encodeSession, sessionCookieName, sessionCookieOptions } from "@/lib/platform/auth/session";
import { visitorHere } from "./visitor-here";

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Signs this browser in, in the person's own language and time zone. A language that was chosen before signing in is
 * theirs from now on. Any session the browser had is replaced.
 */
export async function startSession(user: UserIdentity): Promise<void> {
  const store = await cookies();
  const locale = findInterfaceLocale(store.get(cookieNames.chosenLocale)?.value) ?? user.locale;
  if (locale !== user.locale) await updateProfile(await visitorHere(), user, { locale });
  store.delete(cookieNames.chosenLocale);
  const token = await encodeSession({ userId: user.id, sessionEpoch: user.sessionEpoch });
  store.set(sessionCookieName(), token, sessionCookieOptions());
  const preference = { path: "/", maxAge: yearSeconds, sameSite: "lax" } as const;
  store.set(cookieNames.locale, locale, preference);
  store.set(cookieNames.timeZone, user.timeZone, preference);
}
