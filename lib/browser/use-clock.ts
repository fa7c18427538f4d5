import { useCallback, useRef, useSyncExternalStore } from "react";

/** The time in milliseconds, kept up to date; the time of the server's rendering only while its page is taken over. */
export function useClock(updateMillis: number, renderedAt: Date): number {
  const now = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) => {
      const timer = setInterval(() => {
        now.current = Date.now();
        listener();
      }, updateMillis);
      return () => clearInterval(timer);
    },
    [updateMillis],
  );
  const read = () => {
    now.current ||= Date.now();
    return now.current;
  };
  return useSyncExternalStore(subscribe, read, () => renderedAt.getTime());
}
