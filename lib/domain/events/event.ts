/** Letters, digits, dots and underscores; `notification.` is ours. */
export const eventNamePattern = /^[a-z][a-z0-9_.]{0,63}$/;

export const ownEventPrefix = "notification.";

export const propertiesBytesMax = 32 * 1024;
export const propertiesDepthMax = 10;
export const eventsPerRequestMax = 1_000;
export const personIdCharsMax = 200;

/** Where an event came from: a server's key or a person, a page's publishable key, or our own tracking. */
export const eventSources = ["api", "browser", "tracking"] as const;

export type EventSource = (typeof eventSources)[number];

/** Clocks differ, and a day ahead is a clock in another zone; beyond it lies a mistake. */
export const aheadMillisMax = 24 * 60 * 60 * 1000;

/** Ids begin with the milliseconds since then. */
export const earliestEvent = new Date("1970-01-01T00:00:00Z");

/** Whether arrays and objects lie inside each other no deeper than `max`. Without recursion: it comes from outside. */
export function isDeeperThan(value: unknown, max: number): boolean {
  const open: { entry: unknown; depth: number }[] = [{ entry: value, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > max) return true;
    for (const entry of Object.values(next.entry as object))
      if (typeof entry === "object" && entry !== null) open.push({ entry, depth: next.depth + 1 });
  }
  return false;
}
