import { median, medianInterval, variation } from "./statistics";

export type Sample = { units: number; seconds: number };

/** One side of a comparison: does its work once, from a clean state, and says how much of it in what time. */
export type Side = () => Promise<Sample>;

export type Comparison = {
  value: number;
  limit: number;
  ratio: number;
  interval: [number, number];
  /** The limit itself varied by more than a quarter: the machine was busy with something else. */
  isNoisy: boolean;
};

const variationMax = 0.25;

/** Both sides in turn (A B, B A, A B, …) after a warm-up of each; what counts is the ratio inside each pair. */
export async function compare(ours: Side, limit: Side, pairs: number): Promise<Comparison> {
  await ours();
  await limit();
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) mine.push(rateOf(await ours()));
    theirs.push(rateOf(await limit()));
    if (pair % 2 === 1) mine.push(rateOf(await ours()));
  }
  const ratios = mine.map((rate, pair) => rate / (theirs[pair] ?? Number.NaN));
  return {
    value: median(mine),
    limit: median(theirs),
    ratio: median(ratios),
    interval: medianInterval(ratios),
    isNoisy: variation(theirs) > variationMax,
  };
}

const rateOf = ({ units, seconds }: Sample): number => units / seconds;

export async function timed(units: number, work: () => Promise<unknown>): Promise<Sample> {
  const startedAt = performance.now();
  await work();
  return { units, seconds: (performance.now() - startedAt) / 1_000 };
}
