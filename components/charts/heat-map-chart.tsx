"use client";

import { useFormatter } from "next-intl";
import { type ReactNode, useState } from "react";
import { ChartFrame, type ChartFrameProps } from "@/components/charts/chart-frame";

export type HeatMapChartProps = Omit<ChartFrameProps, "table" | "children" | "empty"> & {
  /** What the first column of the table holds. */
  rowHeading: string;
  rows: readonly { key: string; label: string; shortLabel: string }[];
  columns: readonly { key: string; label: string }[];
  amountOf: (row: string, column: string) => number;
  /** The cell under the pointer in words. */
  describe: (row: string, column: string, value: number) => string;
  /** What the two ends of the scale mean. */
  scale: { least: string; most: string };
  /** Every how manieth column is labelled. */
  labelEvery?: number;
};

const levels = 5;

/** A grid whose cells are the darker the more is in them. */
export function HeatMapChart(props: HeatMapChartProps) {
  const { rowHeading, rows, columns, amountOf, describe, scale, labelEvery = 1, ...frame } = props;
  const format = useFormatter();
  const [words, setWords] = useState("");
  const values = rows.flatMap((row) => columns.map((column) => amountOf(row.key, column.key)));
  const max = Math.max(0, ...values);
  const table = {
    columns: [rowHeading, ...columns.map(({ label }) => label)],
    rows: rows.map((row) => ({
      label: row.label,
      cells: columns.map((column) => format.number(amountOf(row.key, column.key))),
    })),
  };
  return (
    <ChartFrame {...frame} table={table} empty={max === 0}>
      <div
        role="img"
        aria-label={frame.title}
        className="grid gap-0.5"
        onPointerLeave={() => setWords("")}
        style={{ gridTemplateColumns: `minmax(2rem, max-content) repeat(${columns.length}, minmax(0, 1fr))` }}
      >
        {rows.map((row) => (
          <Row key={row.key} label={row.shortLabel}>
            {columns.map((column) => {
              const value = amountOf(row.key, column.key);
              return (
                <span
                  key={column.key}
                  onPointerEnter={() => setWords(describe(row.key, column.key, value))}
                  className="h-6 rounded-xs outline-foreground hover:outline sm:h-7"
                  style={{ background: shadeOf(value, max) }}
                />
              );
            })}
          </Row>
        ))}
        <Row label="">
          {columns.map((column, position) => (
            <span
              key={column.key}
              className="relative h-4 text-2xs text-subtle-foreground tabular-nums"
              aria-hidden
            >
              {position % labelEvery === 0 ? (
                <span className="absolute top-1 left-0">{column.label}</span>
              ) : null}
            </span>
          ))}
        </Row>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-1.5 text-muted-foreground text-xs">
        <span className="mr-auto min-h-4 text-foreground tabular-nums">{words}</span>
        {scale.least}
        {Array.from({ length: levels + 1 }, (_, level) => (
          <span
            key={`level-${level.toString()}`}
            aria-hidden
            className="size-3 rounded-xs"
            style={{ background: shadeOf(level, levels) }}
          />
        ))}
        {scale.most}
      </div>
    </ChartFrame>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <span className="self-center pr-2 text-muted-foreground text-xs">{label}</span>
      {children}
    </>
  );
}

/** Nothing is the surface itself; anything at all is seen. */
function shadeOf(value: number, max: number): string {
  if (value <= 0) return "var(--accent)";
  const level = Math.max(1, Math.ceil((value / max) * levels));
  return `color-mix(in oklab, var(--chart-1) ${(level / levels) * 100}%, var(--accent))`;
}
