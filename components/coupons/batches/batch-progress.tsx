"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Progress } from "@/components/ui/feedback/progress";
import type { Batch } from "./api";
import { useLargeNumbers } from "./batch-words";

/** How many codes are there, how fast they come, and when they will all be there. */
export function BatchProgress({ batch, label }: { batch: Batch; label: string }) {
  const t = useTranslations("batches");
  const format = useFormatter();
  const { span } = useLargeNumbers();
  const { status, quantity, generated, ratePerSecond, secondsLeft } = batch;
  const facts = [
    ratePerSecond === null ? null : t("rate", { rate: format.number(ratePerSecond) }),
    secondsLeft === null ? null : t("timeLeft", { time: span(secondsLeft) }),
  ].filter((fact) => fact !== null);
  return (
    <div className="flex flex-col gap-2">
      <Progress
        label={label}
        value={status === "pending" && generated === 0 ? null : generated}
        max={quantity}
        detail={t("ofTotal", { done: format.number(generated), total: format.number(quantity) })}
        tone={status === "failed" ? "danger" : status === "paused" ? "warning" : "brand"}
      />
      <p className="min-h-5 text-muted-foreground text-sm tabular-nums">{facts.join(" · ")}</p>
    </div>
  );
}
