"use client";

import { PlugZap, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { EmptyState } from "@/components/ui/feedback/empty-state";

export function SandboxNotRunning({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("sandbox");
  return (
    <EmptyState
      icon={<PlugZap aria-hidden />}
      title={t("stoppedTitle")}
      description={t("stoppedDescription")}
      actions={
        <Button icon={<RotateCw />} onClick={() => onRetry()}>
          {t("tryAgain")}
        </Button>
      }
    />
  );
}
