import type { Child } from "./child";
import type { Line } from "./figure";
import type { Lab } from "./lab";
import type { Options } from "./options";
import type { Population } from "./population";

/** What a figure is measured with. */
export type Bench = {
  lab: Lab;
  options: Options;
  /** Made on first use and kept: recipients of this number in a database of their own. */
  population(recipients: number): Promise<Population>;
  /** Of nobody else's: its provider may be changed. */
  freshPopulation(recipients: number): Promise<Population>;
  /** A process at that database; stopped when the bench ends. */
  child(url: string, env?: Record<string, string>): Child;
};

export type FigureGroup = { names: readonly string[]; measure(bench: Bench): Promise<Line[]> };
