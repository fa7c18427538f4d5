"use server";

import { cookies } from "next/headers";
import { cookieNames, parseTheme } from "@/lib/browser/preferences";
import { parseTimeZone } from "@/lib/domain/timing/time-zone";
import { findInterfaceLocale } from "@/lib/domain/users/interface-locale";

const parsers: Record<keyof typeof cookieNames, (value: string) => string | undefined> = {
  theme: parseTheme,
  locale: findInterfaceLocale,
  chosenLocale: findInterfaceLocale,
  timeZone: parseTimeZone,
  sidebar: (value) => (value === "collapsed" ? "collapsed" : "expanded"),
  shortcuts: (value) => (value === "off" ? "off" : "on"),
};

/** Keeps a display preference for a year; a value it does not know is ignored. */
export async function savePreference(name: keyof typeof cookieNames, value: string): Promise<void> {
  const parsed = Object.hasOwn(parsers, name) ? parsers[name](value) : undefined;
  if (!parsed) return;
  const store = await cookies();
  store.set(cookieNames[name], parsed, { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax" });
}
