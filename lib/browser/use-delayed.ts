"use client";

import { useEffect, useState } from "react";

/** True once `active` has lasted, so that fast answers show no skeleton. */
export function useDelayed(active: boolean, delayMillis = 200): boolean {
  const [late, setLate] = useState(false);

  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLate(true), delayMillis);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active, delayMillis]);

  return active && late;
}
