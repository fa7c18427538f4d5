const burstSecondsMin = 0.25;

/**
 * How much of the rate may be taken at once after a pause: a quarter of a second's worth, and always one message.
 * Small on purpose: a provider that counts by the second must not see two seconds' worth in one.
 */
export const burstSecondsOf = (ratePerSecond: number): number => Math.max(burstSecondsMin, 1 / ratePerSecond);
