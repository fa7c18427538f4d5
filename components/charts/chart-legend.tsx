import { type ChartSeries, colorOf } from "@/components/charts/chart-series";

export function ChartLegend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
      {series.map((item, position) => (
        <li key={item.key} className="flex items-center gap-1.5">
          <span aria-hidden className="size-2 rounded-xs" style={{ background: colorOf(item, position) }} />
          {item.label}
        </li>
      ))}
    </ul>
  );
}
