"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Card } from "@/components/ui/display/card";
import type { RunTotals } from "@/lib/domain/runs/run";

const parts = ["sent", "skipped", "failed", "unknown", "pending", "cancelled"] as const;

type Part = (typeof parts)[number];

const colours: Record<Part, string> = {
  sent: "bg-success-solid",
  skipped: "bg-border-strong",
  failed: "bg-danger-solid",
  unknown: "bg-warning-solid",
  pending: "bg-info-solid",
  cancelled: "bg-muted-foreground",
};

/** The audience and its parts; they always add up, and show that they do. */
export function TotalsBalance({ totals }: { totals: RunTotals }) {
  const t = useTranslations("campaigns.totals");
  const format = useFormatter();
  const number = (value: number) => format.number(value, "integer");
  const shown = parts.filter((part) => totals[part] > 0 || part === "sent");
  return (
    <Card title={t("title")}>
      <div aria-hidden className="flex h-2.5 gap-px overflow-hidden rounded-full bg-accent">
        {shown.map((part) => (
          <div key={part} className={colours[part]} style={{ flexGrow: totals[part] }} />
        ))}
      </div>
      <dl className="mt-4 flex flex-wrap items-end gap-x-3 gap-y-4">
        <Figure name={t("audience")} value={number(totals.audience)} isTotal />
        {shown.map((part, position) => (
          <Figure
            key={part}
            name={t(part)}
            value={number(totals[part])}
            colour={colours[part]}
            className={cn(signed, position === 0 ? "before:content-['=']" : "before:content-['+']")}
          />
        ))}
      </dl>
      {totals.unknown > 0 ? <p className="mt-3 text-muted-foreground text-xs">{t("unknownHelp")}</p> : null}
    </Card>
  );
}

type FigureProps = { name: string; value: string; isTotal?: boolean; colour?: string; className?: string };

const signed =
  "grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 before:row-start-2 before:text-subtle-foreground before:text-xl *:col-start-2";

function Figure({ name, value, isTotal = false, colour, className }: FigureProps) {
  return (
    <div className={cn("min-w-16", className)}>
      <dt className="flex items-center gap-1.5 text-muted-foreground text-sm">
        {colour ? <span aria-hidden className={cn("size-2 rounded-full", colour)} /> : null}
        {name}
      </dt>
      <dd className={cn("tabular-nums", isTotal ? "font-semibold text-2xl" : "font-medium text-xl")}>
        {value}
      </dd>
    </div>
  );
}
