import { createHook } from "node:async_hooks";
import { afterAll, beforeAll } from "vitest";

/** Tells which of the engine's files have a timer that neither rang nor was cleared; the driver's are its own. */
export function useEngineTimers(): () => string[] {
  const open = new Map<number, string>();
  const hook = createHook({
    init: (id, type) => {
      const file = type === "Timeout" ? findCaller() : undefined;
      if (file !== undefined) open.set(id, file);
    },
    destroy: (id) => open.delete(id),
  });
  beforeAll(() => void hook.enable());
  afterAll(() => void hook.disable());
  return () => [...open.values()].sort();
}

function findCaller(): string | undefined {
  const frames = new Error().stack?.split("\n").slice(1) ?? [];
  const caller = frames.find((frame) => !/node:|engine-timers/.test(frame));
  return /inngest\/engine\/(?!testing\/)([\w/-]+)\.ts/.exec(caller ?? "")?.[1];
}
