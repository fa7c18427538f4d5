"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { savePreference } from "@/lib/browser/save-preference";
import {
  type InterfaceLocale,
  interfaceLocaleOptions,
  toInterfaceLocale,
} from "@/lib/domain/users/interface-locale";

/** For people who have not signed in yet; their account keeps the language afterwards. */
export function LanguageSwitch() {
  const t = useTranslations("auth");
  const router = useRouter();
  const locale = toInterfaceLocale(useLocale());
  const [, startTransition] = useTransition();

  const change = (next: InterfaceLocale) =>
    startTransition(async () => {
      await savePreference("locale", next);
      router.refresh();
    });

  return (
    <SegmentedControl
      label={t("language")}
      value={locale}
      onValueChange={change}
      segments={interfaceLocaleOptions}
    />
  );
}
