import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import { type Options, rowsOfSize } from "@/bench/harness/options";
import type { Sample } from "@/bench/harness/pairs";
import { median } from "@/bench/harness/statistics";
import { freezeOnce } from "./audience";
import { deliverOnce } from "./bookkeeping";

const exponentMax = 1.03;
const memoryRatioMax = 1.1;

/** Whether time stays in proportion and memory flat from few recipients to many. In `full`, 10 k to 1 M. */
export const growth: FigureGroup = { names: ["GROWTH"], measure };

type Scale = { rows: number; freezeSeconds: number; deliverSeconds: number; peakBytes: number };

async function measure(bench: Bench): Promise<Line[]> {
  const [few, many] = sizesOf(bench.options);
  const small = await measureAt(bench, few, 5);
  const large = await measureAt(bench, many, 1);
  const decades = Math.log(many / few);
  const exponent = (name: string, of: (scale: Scale) => number): Line => {
    const value = Math.log(of(large) / of(small)) / decades;
    const note = `${of(small).toFixed(2)} s at ${few}, ${of(large).toFixed(2)} s at ${many}`;
    return toFigure({
      name,
      unit: "exponent",
      value,
      limit: 1,
      ratio: value,
      target: exponentMax,
      goal: "at most",
      rows: many,
      note,
    });
  };
  const ratio = large.peakBytes / small.peakBytes;
  return [
    exponent("growth of audience", (scale) => scale.freezeSeconds),
    exponent("growth of bookkeeping", (scale) => scale.deliverSeconds),
    toFigure({
      name: "growth of memory",
      unit: "MB",
      value: large.peakBytes / 1e6,
      limit: small.peakBytes / 1e6,
      ratio,
      target: memoryRatioMax,
      goal: "at most",
      rows: many,
    }),
  ];
}

const sizesOf = ({ profile }: Options): [number, number] =>
  profile === "full" ? [rowsOfSize["10k"], rowsOfSize["1m"]] : [5_000, 50_000];

/** A process of its own for each size; the first pass at each is warm-up for the small one only. */
async function measureAt(bench: Bench, rows: number, times: number): Promise<Scale> {
  const people = await bench.population(rows);
  const sender = bench.child(people.database.url);
  const freezes: Sample[] = [];
  const deliveries: Sample[] = [];
  for (let n = 0; n < times; n += 1) {
    freezes.push(await freezeOnce(people));
    deliveries.push(await deliverOnce(people, sender));
  }
  const peakBytes = sender.peakBytes();
  await sender.stop();
  const secondsOf = (samples: Sample[]) => median(samples.map(({ seconds }) => seconds));
  return { rows, freezeSeconds: secondsOf(freezes), deliverSeconds: secondsOf(deliveries), peakBytes };
}
