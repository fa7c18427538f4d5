import { cn } from "@/components/ui/cn";

export type SparklineProps = {
  values: readonly number[];
  /** What the line says in words; decorative without it, where the figures stand beside it. */
  label?: string;
  color?: string;
  className?: string;
};

const widthUnits = 100;
const heightUnits = 28;

export function Sparkline({ values, label, color = "var(--chart-1)", className }: SparklineProps) {
  if (values.length < 2) return null;
  const max = Math.max(...values);
  const min = Math.min(...values, 0);
  const points = values.map((value, position) => {
    const x = (position / (values.length - 1)) * widthUnits;
    const y = heightUnits - 2 - ((value - min) / (max - min || 1)) * (heightUnits - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      viewBox={`0 0 ${widthUnits} ${heightUnits}`}
      preserveAspectRatio="none"
      className={cn("h-7 w-full overflow-visible", className)}
    >
      <polygon
        points={`0,${heightUnits} ${points.join(" ")} ${widthUnits},${heightUnits}`}
        fill={color}
        opacity={0.12}
      />
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke={color}
        strokeWidth={1.5}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
