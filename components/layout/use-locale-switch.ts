"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useTransition } from "react";
import { useShell } from "@/components/layout/shell-context";
import { savePreference } from "@/lib/browser/save-preference";
import { type InterfaceLocale, toInterfaceLocale } from "@/lib/domain/users/interface-locale";

/** The language of the interface; a change is kept and the page is read again in it. */
export function useLocaleSwitch() {
  const router = useRouter();
  const { onLocaleChange } = useShell();
  const locale = toInterfaceLocale(useLocale());
  const [pending, startTransition] = useTransition();

  const setLocale = (next: InterfaceLocale) =>
    startTransition(async () => {
      await savePreference("locale", next);
      await onLocaleChange?.(next);
      router.refresh();
    });

  return { locale, setLocale, pending };
}
