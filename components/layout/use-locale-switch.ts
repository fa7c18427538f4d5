"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useTransition } from "react";
import { useShell } from "@/components/layout/shell-context";
import { type Locale, parseLocale } from "@/lib/browser/preferences";
import { savePreference } from "@/lib/browser/save-preference";

/** The language of the interface; a change is kept and the page is read again in it. */
export function useLocaleSwitch() {
  const router = useRouter();
  const { onLocaleChange } = useShell();
  const locale: Locale = parseLocale(useLocale()) ?? "en";
  const [pending, startTransition] = useTransition();

  const setLocale = (next: Locale) =>
    startTransition(async () => {
      await savePreference("locale", next);
      await onLocaleChange?.(next);
      router.refresh();
    });

  return { locale, setLocale, pending };
}
