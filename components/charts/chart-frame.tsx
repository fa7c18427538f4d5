"use client";

import { ChartNoAxesColumn, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/actions/icon-button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";

export type ChartTable = { columns: string[]; rows: { label: string; cells: string[] }[] };

export type ChartFrameProps = {
  title: string;
  description?: ReactNode;
  /** The same numbers as text; offered to everyone through a button. */
  table: ChartTable;
  actions?: ReactNode;
  loading?: boolean;
  empty?: boolean;
  /** Replaces the standard empty words, with a next step. */
  emptyState?: ReactNode;
  heightPx?: number;
  className?: string;
  children: ReactNode;
};

/** The card around a chart: its title, its table, and what stands there when there is nothing to draw. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, description, table, actions, loading, empty, heightPx = 240, className, children } = props;
  const t = useTranslations("ui.chart");
  const [asTable, setAsTable] = useState(false);
  const idle = loading || empty;
  return (
    <figure
      aria-label={title}
      className={cn("flex min-w-0 flex-col rounded-lg border bg-card", className)}
      aria-busy={loading}
    >
      <figcaption className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5">
        <div className="min-w-0 flex-1 basis-40">
          <h2 className="font-semibold text-base">{title}</h2>
          {description ? <p className="text-muted-foreground text-sm">{description}</p> : null}
        </div>
        <div className="-mt-0.5 flex items-center gap-1">
          {actions}
          {idle ? null : (
            <IconButton
              size="sm"
              icon={asTable ? <ChartNoAxesColumn /> : <Table2 />}
              label={t(asTable ? "viewAsChart" : "viewAsTable")}
              onClick={() => setAsTable(!asTable)}
            />
          )}
        </div>
      </figcaption>
      <div
        className={cn("flex flex-1 flex-col p-4", idle && "justify-center")}
        style={{ minHeight: heightPx }}
      >
        {loading ? <ChartSkeleton /> : null}
        {!loading && empty
          ? (props.emptyState ?? (
              <EmptyState className="py-4" title={t("noData")} description={t("noDataDescription")} />
            ))
          : null}
        {idle || !asTable ? null : <NumbersTable title={title} table={table} />}
        {idle || asTable ? null : children}
      </div>
    </figure>
  );
}

/** Without it Safari cannot scroll the table by keyboard. */
const keyboardScrollable = { tabIndex: 0 };

function NumbersTable({ title, table }: { title: string; table: ChartTable }) {
  return (
    <div {...keyboardScrollable} className="max-h-80 w-full self-start overflow-auto">
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead className="text-muted-foreground text-xs">
          <tr className="border-b">
            {table.columns.map((column, position) => (
              <th
                key={column}
                scope="col"
                className={cn("h-8 pr-3 font-medium", position ? "text-right" : "text-left")}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {table.rows.map((row) => (
            <tr key={row.label} className="h-8">
              <th scope="row" className="pr-3 text-left font-normal">
                {row.label}
              </th>
              {row.cells.map((cell, position) => (
                <td key={table.columns[position + 1]} className="pr-3 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const barHeights = [
  "h-2/5",
  "h-3/5",
  "h-1/2",
  "h-4/5",
  "h-3/5",
  "h-full",
  "h-2/3",
  "h-1/2",
  "h-3/4",
  "h-2/5",
];

function ChartSkeleton() {
  const t = useTranslations("ui.chart");
  return (
    <div role="status" className="flex h-44 items-end gap-3">
      <span className="sr-only">{t("loading")}</span>
      {barHeights.map((height, position) => (
        <Skeleton key={`${height}-${position.toString()}`} className={cn("flex-1", height)} />
      ))}
    </div>
  );
}
