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
export const earliestEvent = Date.parse("1970-01-01T00:00:00Z");

/** Whether arrays and objects lie inside each other deeper than `max`: it looks, and so calls itself, no deeper. */
export function isDeeperThan(value: object, max: number): boolean {
  if (max === 0) return true;
  const entries: unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const entry of entries)
    if (typeof entry === "object" && entry !== null && isDeeperThan(entry, max - 1)) return true;
  return false;
}
