import { cookies, headers } from "next/headers";
import { cookieNames, findAcceptedLocale, parseLocale } from "@/lib/browser/preferences";
import { parseTimeZone } from "@/lib/domain/timing/time-zone";

/** Language and time zone of a browser that nobody has signed in from yet. */
export async function chosenPreferences(): Promise<{ locale: string; timeZone: string }> {
  const store = await cookies();
  const accepted = findAcceptedLocale((await headers()).get("accept-language"));
  return {
    locale: parseLocale(store.get(cookieNames.locale)?.value) ?? accepted ?? "en",
    timeZone: parseTimeZone(store.get(cookieNames.timeZone)?.value) ?? "UTC",
  };
}
