/** Axes without lines: the grid and the numbers are enough. */
export const axisStyle = {
  tickLine: false,
  axisLine: false,
  tick: { fontSize: 11, fill: "var(--subtle-foreground)" },
} as const;
