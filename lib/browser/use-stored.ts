"use client";

import { useSyncExternalStore } from "react";

const changed = new EventTarget();

/** A string in local storage, the same in every component and tab; `null` on the server and until set. */
export function useStored(key: string): [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const write = (next: string | null) => {
    try {
      if (next === null) window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, next);
    } catch {
      return;
    }
    changed.dispatchEvent(new Event("change"));
  };
  return [value, write];
}

function subscribe(notify: () => void) {
  changed.addEventListener("change", notify);
  window.addEventListener("storage", notify);
  return () => {
    changed.removeEventListener("change", notify);
    window.removeEventListener("storage", notify);
  };
}

/** Storage can be forbidden by the browser; the preference is then simply not kept. */
function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}
