import { parseArgs } from "node:util";

export type Size = "10k" | "100k" | "1m";

export const rowsOfSize: Record<Size, number> = { "10k": 10_000, "100k": 100_000, "1m": 1_000_000 };

export type Options = {
  profile: "smoke" | "full";
  rows: number;
  pairs: number;
  /** Upper-case names of figures; empty = all of the profile. */
  only: string[];
  isJson: boolean;
  /** Where the processes of the product leave their CPU profiles; then the figures themselves are slower. */
  cpuProfile: string | undefined;
};

/** What Node is told besides. */
export const profileArgs = ({ cpuProfile }: Pick<Options, "cpuProfile">): string[] =>
  cpuProfile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${cpuProfile}`];

const usage = `npm run bench -- [--profile smoke|full] [--size 10k|100k|1m] [--pairs n] [--only B3,B4] [--json] [--cpu-prof folder]`;

export function parseOptions(argv: string[]): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      profile: { type: "string", default: "smoke" },
      size: { type: "string" },
      pairs: { type: "string" },
      only: { type: "string", default: "" },
      json: { type: "boolean", default: false },
      "cpu-prof": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const { profile } = values;
  if (values.help || (profile !== "smoke" && profile !== "full")) throw new Error(usage);
  const size = values.size ?? (profile === "full" ? "100k" : "10k");
  if (!(size in rowsOfSize)) throw new Error(usage);
  return {
    profile,
    rows: rowsOfSize[size as Size],
    pairs: Number(values.pairs ?? (profile === "full" ? 21 : 7)),
    only: values.only.split(",").flatMap((name) => name.trim().toUpperCase() || []),
    isJson: values.json,
    cpuProfile: values["cpu-prof"],
  };
}
