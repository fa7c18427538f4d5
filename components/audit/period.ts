export const periods = ["1", "7", "30", "90"] as const;

export type Period = (typeof periods)[number];

/** Whole hours, so that a list keeps its key while it is looked at. */
export function sinceOf(days: Period | undefined, now = Date.now()): Date | undefined {
  if (!days) return undefined;
  const hour = 60 * 60 * 1000;
  return new Date(Math.floor(now / hour) * hour - Number(days) * 24 * hour);
}
