export type Figure = {
  name: string;
  value: number;
  unit: string;
  /** What `value` is divided by, measured in the same run. */
  limit: number;
  ratio: number;
  target: number;
  /** Whether the ratio must be at least or at most the target. */
  goal: "at least" | "at most";
  /** 95 % of the median ratio, by bootstrap. */
  interval?: [number, number];
  rows?: number;
  verdict: "met" | "missed" | "no verdict";
  note?: string;
};

export type Skipped = { name: string; skipped: string };

export type Line = Figure | Skipped;

/** A machine that was busy before the start says nothing about anybody. */
export function withoutVerdict(line: Line, why: string): Line {
  if ("skipped" in line) return line;
  return { ...line, verdict: "no verdict", note: line.note ? `${why}; ${line.note}` : why };
}

type Measured = Omit<Figure, "verdict"> & { isNoisy?: boolean };

export function toFigure({ isNoisy = false, ...figure }: Measured): Figure {
  const isMet = figure.goal === "at least" ? figure.ratio >= figure.target : figure.ratio <= figure.target;
  return { ...figure, verdict: isNoisy ? "no verdict" : isMet ? "met" : "missed" };
}
