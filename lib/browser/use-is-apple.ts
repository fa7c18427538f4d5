"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** Whether the platform writes shortcuts with ⌘; false while rendering on the server. */
export function useIsApple(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
}
