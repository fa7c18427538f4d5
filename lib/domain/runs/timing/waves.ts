/** People due within the same minutes are sent to together. */
export const waveMillis = 5 * 60_000;

/** Wave 1 begins with the five minutes in which the run opened. */
const baseOf = (openedAt: Date): number => Math.floor(openedAt.getTime() / waveMillis) * waveMillis;

/** 0 is at once. */
export function waveOf(openedAt: Date, at: number, now: number): number {
  return at <= now ? 0 : 1 + Math.max(0, Math.floor((at - baseOf(openedAt)) / waveMillis));
}

export const firstWaveAt = (openedAt: Date): Date => new Date(baseOf(openedAt));
