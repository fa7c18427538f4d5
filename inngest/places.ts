import { env } from "@/lib/platform/env";

/** Of each kind of work that may take long: starts of campaigns, their chunks, and jobs. */
export const bulkPlaces = env().PUSHPILOT_WORKER_CONCURRENCY;

export const transactionalPlaces = 16;
export const transactionalPlacesOfWorkspace = 8;

/** Letters of the installation itself. */
export const letterPlaces = 4;

/** One run at a time; the next one begins after it. */
export const timerPlaces = 1;

const timers = 6;
const failures = 4;

/** Each kind at its most has room beside the others: a campaign of a million never stands before a password reset. */
export const enginePlaces =
  3 * bulkPlaces + transactionalPlaces + letterPlaces + timers * timerPlaces + failures;
