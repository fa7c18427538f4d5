"use client";

import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sparkline } from "@/components/charts/sparkline";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/feedback/skeleton";

export type StatCardProps = {
  label: string;
  value: ReactNode;
  /** Change against an earlier period as a ratio: 0.12 is 12 % more. */
  change?: { ratio: number; comparedTo: string; lowerIsBetter?: boolean };
  /** The course of the period, oldest first. */
  trend?: readonly number[];
  /** The list or report behind the figure. */
  href?: string;
  detail?: ReactNode;
  /** Beside the label, such as a button that opens the figure's definition. */
  aside?: ReactNode;
  loading?: boolean;
  className?: string;
};

/** One figure with its change in words and its course. */
export function StatCard(props: StatCardProps) {
  const { label, value, change, trend, href, detail, aside, loading, className } = props;
  return (
    <div
      className={cn(
        "relative flex min-w-0 flex-col rounded-lg border bg-card p-4 transition-colors",
        href && "hover:border-border-strong has-focus-visible:border-ring",
        className,
      )}
    >
      <div className="flex min-w-0 items-center justify-between gap-1">
        <p className="truncate text-muted-foreground text-sm">
          {href ? (
            <Link href={href} className="after:absolute after:inset-0 after:rounded-lg">
              {label}
            </Link>
          ) : (
            label
          )}
        </p>
        {aside ? <span className="relative -my-1 -mr-1 shrink-0">{aside}</span> : null}
      </div>
      {loading ? (
        <Skeleton className="mt-2 h-7 w-24" />
      ) : (
        <p className="mt-0.5 truncate font-semibold text-2xl tabular-nums">{value}</p>
      )}
      {change && !loading ? <Change {...change} /> : null}
      {detail && !loading ? (
        <p className="mt-0.5 line-clamp-2 text-muted-foreground text-xs">{detail}</p>
      ) : null}
      {trend && !loading ? <Sparkline values={trend} className="mt-3" /> : null}
    </div>
  );
}

const directions = {
  up: { icon: ArrowUpRight, better: true },
  down: { icon: ArrowDownRight, better: false },
  same: { icon: ArrowRight, better: undefined },
};

function Change({ ratio, comparedTo, lowerIsBetter = false }: NonNullable<StatCardProps["change"]>) {
  const t = useTranslations("ui.chart");
  const format = useFormatter();
  const direction = Math.abs(ratio) < 0.0005 ? "same" : ratio > 0 ? "up" : "down";
  const { icon: Icon, better } = directions[direction];
  const good = better === undefined ? undefined : better !== lowerIsBetter;
  const amount = format.number(Math.abs(ratio), "percent");
  return (
    <p className="mt-0.5 flex items-start gap-1 text-xs">
      <Icon
        aria-hidden
        className={cn(
          "mt-px size-3.5 shrink-0 text-muted-foreground",
          good && "text-success",
          good === false && "text-danger",
        )}
      />
      <span className="min-w-0 text-pretty text-muted-foreground">
        {t(`change.${direction}`, { amount, comparedTo })}
      </span>
    </p>
  );
}
