/** Four weeks: push services keep nothing longer. */
export const ttlSecondsMax = 28 * 24 * 60 * 60;
