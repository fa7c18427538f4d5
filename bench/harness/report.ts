import type { Figure, Line } from "./figure";

export function printJson(line: Line): void {
  console.log(JSON.stringify(line));
}

const columns = ["figure", "rows", "value", "limit", "ratio", "95 %", "target", ""] as const;

export function printTable(lines: readonly Line[]): void {
  const rows = [[...columns], ...lines.map(toCells)];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  for (const line of lines) if ("note" in line && line.note) console.log(`  ${line.name}: ${line.note}`);
}

function toCells(line: Line): string[] {
  if ("skipped" in line) return [line.name, "", "", "", "", "", "", `skipped: ${line.skipped}`];
  const { interval, goal, target, rows } = line;
  return [
    line.name,
    rows === undefined ? "" : String(rows),
    `${toText(line.value)} ${line.unit}`,
    toText(line.limit),
    line.ratio.toFixed(3),
    interval ? `${interval[0].toFixed(2)}–${interval[1].toFixed(2)}` : "",
    `${goal === "at least" ? "≥" : "≤"} ${target.toFixed(2)}`,
    verdictText[line.verdict],
  ];
}

const verdictText: Record<Figure["verdict"], string> = {
  met: "met",
  missed: "MISSED",
  "no verdict": "no verdict: the machine was not quiet",
};

const toText = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
