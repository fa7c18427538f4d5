/** Why it cannot start and what to do about it: all that needs to be said. */
export class StartRefusal extends Error {}
