"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { type Locale, parseLocale } from "@/lib/browser/preferences";
import { savePreference } from "@/lib/browser/save-preference";

/** For people who have not signed in yet; their account keeps the language afterwards. */
export function LanguageSwitch() {
  const t = useTranslations("auth");
  const router = useRouter();
  const locale = parseLocale(useLocale()) ?? "en";
  const [, startTransition] = useTransition();

  const change = (next: Locale) =>
    startTransition(async () => {
      await savePreference("locale", next);
      router.refresh();
    });

  return (
    <SegmentedControl
      label={t("language")}
      value={locale}
      onValueChange={change}
      segments={[
        { value: "tr", label: "Türkçe" },
        { value: "en", label: "English" },
      ]}
    />
  );
}
