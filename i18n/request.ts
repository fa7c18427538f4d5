import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { cookieNames, findAcceptedLocale, parseLocale } from "@/lib/browser/preferences";
import { parseTimeZone } from "@/lib/domain/timing/time-zone";
import { formats } from "./formats";
import { readMessages } from "./messages";

export default getRequestConfig(async ({ locale: explicit }) => {
  const store = await cookies();
  const accepted = findAcceptedLocale((await headers()).get("accept-language"));
  const locale =
    parseLocale(explicit) ?? parseLocale(store.get(cookieNames.locale)?.value) ?? accepted ?? "en";
  return {
    locale,
    messages: await readMessages(locale),
    timeZone: parseTimeZone(store.get(cookieNames.timeZone)?.value) ?? "UTC",
    now: new Date(),
    formats,
  };
});
