"use client";

import { startTransition, useSyncExternalStore } from "react";
import { parseTheme, type Theme } from "@/lib/browser/preferences";
import { savePreference } from "@/lib/browser/save-preference";

const changed = new EventTarget();

/** The chosen theme; setting it repaints at once and tells the server. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    (notify) => {
      changed.addEventListener("change", notify);
      return () => changed.removeEventListener("change", notify);
    },
    () => parseTheme(document.documentElement.dataset.theme),
    () => "system" as const,
  );
  const setTheme = (next: Theme) => {
    document.documentElement.dataset.theme = next;
    changed.dispatchEvent(new Event("change"));
    startTransition(() => savePreference("theme", next));
  };
  return [theme, setTheme];
}
