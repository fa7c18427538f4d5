import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { cookieNames } from "@/lib/browser/preferences";
import { parseTimeZone } from "@/lib/domain/timing/time-zone";
import { acceptedLocaleOf, findInterfaceLocale } from "@/lib/domain/users/interface-locale";
import { formats } from "./formats";
import { readMessages } from "./messages";

export default getRequestConfig(async ({ locale: explicit }) => {
  const store = await cookies();
  const locale =
    findInterfaceLocale(explicit) ??
    findInterfaceLocale(store.get(cookieNames.locale)?.value) ??
    acceptedLocaleOf((await headers()).get("accept-language"));
  return {
    locale,
    messages: await readMessages(locale),
    timeZone: parseTimeZone(store.get(cookieNames.timeZone)?.value) ?? "UTC",
    now: new Date(),
    formats,
  };
});
