import { env } from "@/lib/platform/env";

/** Of each kind of work that may take long: starts of campaigns, their chunks, people in automations, and jobs. */
export const bulkPlaces = env().PUSHPILOT_WORKER_CONCURRENCY;

export const transactionalPlaces = 16;
export const transactionalPlacesOfWorkspace = 8;

/** Letters of the installation itself. */
export const letterPlaces = 4;

/** What events mean to automations: short, and many of them. */
export const eventPlaces = 8;
export const eventPlacesOfWorkspace = 4;

/** Looks at the calendar for one automation each. */
export const sweepPlaces = 4;

/** Archived automations whose people are taken out. */
export const emptyingPlaces = 2;

/** Figures of coupons, a workspace each. */
export const figurePlaces = 2;

/** One run at a time; the next one begins after it. */
export const timerPlaces = 1;

const timers = 10;
const failures = 4;

/** Each kind at its most has room beside the others: a campaign of a million never stands before a password reset. */
export const enginePlaces =
  4 * bulkPlaces +
  transactionalPlaces +
  eventPlaces +
  sweepPlaces +
  emptyingPlaces +
  figurePlaces +
  letterPlaces +
  timers * timerPlaces +
  failures;
