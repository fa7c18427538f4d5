"use client";

import { useEffect, useEffectEvent } from "react";
import { useShortcuts } from "@/components/layout/shortcut-provider";

/** Binds keys while the component is mounted; the latest binding of the same keys wins. */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const { register } = useShortcuts();
  const handle = useEffectEvent(run);

  useEffect(() => register({ keys, label, run: () => handle() }), [keys, label, register]);
}
