import { useEffect, useEffectEvent, useState } from "react";

const typingPauseMillis = 250;

/** What a value was when it last stood still for a moment. Values of the same JSON are the same. */
export function useSettled<T>(value: T, pauseMillis = typingPauseMillis): T {
  const json = JSON.stringify(value);
  const [settled, setSettled] = useState({ json, value });
  const settle = useEffectEvent((still: string) => setSettled({ json: still, value }));

  useEffect(() => {
    if (json === settled.json) return;
    const timer = setTimeout(() => settle(json), pauseMillis);
    return () => clearTimeout(timer);
  }, [json, settled.json, pauseMillis]);

  return settled.value;
}

/** What a search field asks the server for: no `q` while it is empty. */
export function useSettledSearch(text: string): { asked: { q?: string }; isBehind: boolean } {
  const wanted = text.trim();
  const settled = useSettled(wanted);
  return { asked: settled === "" ? {} : { q: settled }, isBehind: settled !== wanted };
}
