"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/feedback/skeleton";

const widths = ["w-2/5", "w-1/4", "w-1/3", "w-1/5", "w-1/3", "w-1/4", "w-2/5", "w-1/5"];

export function TableSkeleton({ dense }: { dense: boolean }) {
  const t = useTranslations("ui.table");
  return (
    <div role="status" className="divide-y">
      <span className="sr-only">{t("loadingRows")}</span>
      <div className="h-9 bg-muted/60" />
      {widths.map((width, position) => (
        <div
          key={`${width}-${position.toString()}`}
          className={cn("flex items-center gap-6 px-3.5", dense ? "h-9" : "h-12")}
        >
          <span className="w-1/3 flex-1">
            <Skeleton className={cn("h-3.5", width)} />
          </span>
          <Skeleton className="h-3.5 w-20" />
          <Skeleton className="h-3.5 w-16 max-sm:hidden" />
          <Skeleton className="h-3.5 w-24 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}
