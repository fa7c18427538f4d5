/** Injected wherever a rule depends on the time, so that tests can choose it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
