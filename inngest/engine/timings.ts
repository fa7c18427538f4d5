type Write = (event: string, fields?: Record<string, unknown>) => void;
export type EngineLog = { debug: Write; info: Write; warn: Write; error: Write };

export type Timings = {
  /** How long a process may be silent before its work is given to another. */
  leaseMillis: number;
  /** Upper bound of any reaction when a wake-up was lost. */
  pollMillis: number;
  /** How long `stop` waits for executing requests before it hands their runs back. */
  drainMillis: number;
  /** Wait before try 2, 3, …; the last repeats. */
  retryDelaysMillis: readonly number[];
  retryJitterMillis: number;
  /** Times a job may take its process down without progress, before its run is failed. */
  lostMax: number;
  /** Longest time of one request; a handler that hangs loses its lease after it. */
  requestMillisMax: number;
  purgeEveryMillis: number;
  runsKeptDays: number;
  /** At least one day: until then an event id counts once. */
  eventsKeptDays: number;
};

const minute = 60_000;

export const timingsDefault: Timings = {
  leaseMillis: 15_000,
  pollMillis: 2_000,
  drainMillis: 10_000,
  retryDelaysMillis: [0.25, 0.5, 1, 2, 5, 10, 20, 40, 60, 120].map((minutes) => minutes * minute),
  retryJitterMillis: 30_000,
  lostMax: 10,
  requestMillisMax: 120 * minute,
  purgeEveryMillis: 10 * minute,
  runsKeptDays: 14,
  eventsKeptDays: 3,
};
