export type Arm = { people: number; converted: number };

export type Incremental = {
  /** How many more converted than would have without a code; and between which two numbers that lies, 95 times of 100. */
  conversions: number;
  low: number;
  high: number;
  /** The difference of the shares of the two arms, in percentage points. */
  points: number;
  /** No difference at all would be a surprise. */
  isSignificant: boolean;
};

const z = 1.959964;

/** Wilson's interval of a share: it holds for few people and for shares near 0 and 1 as well. */
function wilson({ people, converted }: Arm): [number, number] {
  const share = converted / people;
  const middle = (share + z ** 2 / (2 * people)) / (1 + z ** 2 / people);
  const half =
    (z * Math.sqrt((share * (1 - share)) / people + z ** 2 / (4 * people ** 2))) / (1 + z ** 2 / people);
  return [middle - half, middle + half];
}

/** Newcombe's interval of the difference of two shares, times those who got a code; null without a holdout. */
export function incrementalOf(treated: Arm, holdout: Arm): Incremental | null {
  if (treated.people === 0 || holdout.people === 0) return null;
  const [share, control] = [treated.converted / treated.people, holdout.converted / holdout.people];
  const [[low, high], [controlLow, controlHigh]] = [wilson(treated), wilson(holdout)];
  const difference = share - control;
  const least = difference - Math.hypot(share - low, controlHigh - control);
  const most = difference + Math.hypot(high - share, control - controlLow);
  const ofTreated = (part: number) => Math.round(part * treated.people);
  return {
    conversions: ofTreated(difference),
    low: ofTreated(least),
    high: ofTreated(most),
    points: Math.round(difference * 10_000) / 100,
    isSignificant: least > 0 || most < 0,
  };
}
