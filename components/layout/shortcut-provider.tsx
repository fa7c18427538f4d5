"use client";

import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";
import { isTyping, keysOf } from "@/components/layout/shortcut-keys";
import { isPopupOpen } from "@/components/ui/overlays/is-popup-open";
import { savePreference } from "@/lib/browser/save-preference";

export type Shortcut = {
  /** `"c"`, `"g c"` in sequence, `"mod+k"` together. */
  keys: string;
  /** What it does, for the list of shortcuts. */
  label: string;
  run: () => void;
};

type ShortcutRegistry = {
  /** Single keys can be turned off, as WCAG 2.1.4 asks; combinations with mod stay. */
  enabled: boolean;
  setEnabled: (enabled: boolean) => void;
  register: (shortcut: Shortcut) => () => void;
  list: () => Shortcut[];
};

const ShortcutContext = createContext<ShortcutRegistry | null>(null);
const sequenceMillis = 1_200;

export function ShortcutProvider({
  initialEnabled,
  children,
}: {
  initialEnabled: boolean;
  children: ReactNode;
}) {
  const [enabled, setEnabledState] = useState(initialEnabled);
  const shortcutsRef = useRef<Shortcut[]>([]);

  useEffect(() => {
    let prefix: { keys: string; at: number } | undefined;
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const keys = keysOf(event);
      const withModifier = keys.startsWith("mod+");
      if (!withModifier && (!enabled || isTyping(event.target))) return;
      if (isPopupOpen()) return;
      const sequence = prefix && Date.now() - prefix.at < sequenceMillis ? `${prefix.keys} ${keys}` : keys;
      const find = (wanted: string) => shortcutsRef.current.findLast((shortcut) => shortcut.keys === wanted);
      const shortcut = find(sequence) ?? find(keys);
      prefix = shortcut ? undefined : { keys, at: Date.now() };
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener("keydown", handleKeyDown);
    return () => document.removeEventListener("keydown", handleKeyDown);
  }, [enabled]);

  const [registry] = useState(() => ({
    register: (shortcut: Shortcut) => {
      shortcutsRef.current = [...shortcutsRef.current, shortcut];
      return () => {
        shortcutsRef.current = shortcutsRef.current.filter((other) => other !== shortcut);
      };
    },
    list: () => shortcutsRef.current,
  }));

  const setEnabled = (next: boolean) => {
    setEnabledState(next);
    void savePreference("shortcuts", next ? "on" : "off");
  };

  return <ShortcutContext value={{ ...registry, enabled, setEnabled }}>{children}</ShortcutContext>;
}

export function useShortcuts(): ShortcutRegistry {
  const registry = use(ShortcutContext);
  if (!registry) throw new Error("useShortcuts needs a ShortcutProvider above it.");
  return registry;
}
