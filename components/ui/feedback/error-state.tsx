"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/actions/button";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { cn } from "@/components/ui/cn";

export type ErrorStateProps = {
  title?: ReactNode;
  description?: ReactNode;
  onRetry?: () => void;
  /** Shown for support; copyable. */
  requestId?: string;
  className?: string;
};

export function ErrorState({ title, description, onRetry, requestId, className }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      <div className="mb-3 flex size-10 items-center justify-center rounded-lg border border-danger-line bg-danger-subtle text-danger">
        <TriangleAlert aria-hidden className="size-5" />
      </div>
      <p className="font-semibold text-base">{title ?? t("errorTitle")}</p>
      <p className="mt-1 max-w-md text-balance text-muted-foreground text-sm">
        {description ?? t("errorDescription")}
      </p>
      {requestId ? (
        <p className="mt-2 flex items-center gap-1 font-mono text-subtle-foreground text-xs">
          {requestId}
          <CopyButton value={requestId} label={t("copyRequestId")} />
        </p>
      ) : null}
      {onRetry ? (
        <Button className="mt-4" icon={<RotateCw />} onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      ) : null}
    </div>
  );
}
