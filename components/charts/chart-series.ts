export type ChartSeries = {
  /** Looks up the number in each point's `values`. */
  key: string;
  label: string;
  /** A CSS colour, such as `var(--channel-sms)`; otherwise the palette in order. */
  color?: string;
};

/** One position on the axis with a number per series. */
export type ChartPoint = { label: string; values: Record<string, number> };

const paletteSize = 8;

export function colorOf(series: { color?: string }, position: number): string {
  return series.color ?? `var(--chart-${(position % paletteSize) + 1})`;
}
