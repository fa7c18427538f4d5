"use client";

import { useTranslations } from "next-intl";

/** An action in words; one that has none yet is shown as it is written in the log. */
export function useActionName(): (action: string) => string {
  const t = useTranslations("audit.actions");
  return (action) => {
    const key = action.replace(".", "_");
    return t.has(key) ? t(key) : action;
  };
}
