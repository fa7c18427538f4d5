"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { savePreference } from "@/lib/browser/save-preference";
import {
  type InterfaceLocale,
  interfaceLocaleOptions,
  toInterfaceLocale,
} from "@/lib/domain/users/interface-locale";

/** For people who have not signed in yet; their account has the language they choose from then on. */
export function LanguageSwitch() {
  const t = useTranslations("auth");
  const router = useRouter();
  const locale = toInterfaceLocale(useLocale());
  const [, startTransition] = useTransition();
  const [isChosen, setIsChosen] = useState(false);

  const change = (next: InterfaceLocale) =>
    startTransition(async () => {
      await savePreference("locale", next);
      await savePreference("chosenLocale", next);
      setIsChosen(true);
      router.refresh();
    });

  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
      <span role="status" className="text-muted-foreground text-xs">
        {isChosen ? t("languageKept") : ""}
      </span>
      <SegmentedControl
        label={t("language")}
        value={locale}
        onValueChange={change}
        segments={interfaceLocaleOptions}
      />
    </div>
  );
}
