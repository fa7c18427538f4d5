import { cookies, headers } from "next/headers";
import { cookieNames } from "@/lib/browser/preferences";
import { parseTimeZone } from "@/lib/domain/timing/time-zone";
import { acceptedLocaleOf, findInterfaceLocale } from "@/lib/domain/users/interface-locale";

/** Language and time zone of a browser that nobody has signed in from yet. */
export async function chosenPreferences(): Promise<{ locale: string; timeZone: string }> {
  const store = await cookies();
  const accepted = acceptedLocaleOf((await headers()).get("accept-language"));
  return {
    locale: findInterfaceLocale(store.get(cookieNames.locale)?.value) ?? accepted,
    timeZone: parseTimeZone(store.get(cookieNames.timeZone)?.value) ?? "UTC",
  };
}
