"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/forms/select";

export type PaginationProps = {
  hasPrevious: boolean;
  hasNext: boolean;
  onPrevious: () => void;
  onNext: () => void;
  /** Rows now on the screen and the total, when it is known (page paging). */
  range?: { from: number; to: number; total?: number };
  pageSize?: number;
  pageSizes?: readonly number[];
  onPageSizeChange?: (size: number) => void;
  className?: string;
};

/** Serves both pagings: with a cursor there is simply no range to show. */
export function Pagination(props: PaginationProps) {
  const {
    hasPrevious,
    hasNext,
    onPrevious,
    onNext,
    range,
    pageSize,
    pageSizes = [25, 50, 100],
    onPageSizeChange,
  } = props;
  const t = useTranslations("ui");
  const format = useFormatter();
  return (
    <nav
      aria-label={t("pagination")}
      className={cn(
        "flex flex-wrap items-center justify-between gap-3 text-muted-foreground text-sm",
        props.className,
      )}
    >
      <p className="tabular-nums">
        {range
          ? t(range.total === undefined ? "range" : "rangeOfTotal", {
              from: format.number(range.from),
              to: format.number(range.to),
              total: format.number(range.total ?? 0),
            })
          : null}
      </p>
      <div className="flex items-center gap-2">
        {pageSize && onPageSizeChange ? (
          <Select
            aria-label={t("rowsPerPage")}
            className="w-auto max-sm:hidden"
            value={String(pageSize)}
            onValueChange={(size) => onPageSizeChange(Number(size))}
            options={[...new Set([...pageSizes, pageSize])]
              .sort((left, right) => left - right)
              .map((size) => ({ value: String(size), label: t("perPage", { size }) }))}
          />
        ) : null}
        <Button icon={<ChevronLeft />} disabled={!hasPrevious} focusableWhenDisabled onClick={onPrevious}>
          {t("previous")}
        </Button>
        <Button disabled={!hasNext} focusableWhenDisabled onClick={onNext}>
          {t("next")}
          <ChevronRight />
        </Button>
      </div>
    </nav>
  );
}
