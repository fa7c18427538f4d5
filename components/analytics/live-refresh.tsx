"use client";

import { Pause, Play, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";
import { IconButton } from "@/components/ui/actions/icon-button";
import { useStored } from "@/lib/browser/use-stored";

const secondMs = 1_000;

/** Renders the page again on the server every so often, while it is looked at; says how old the figures are. */
export function LiveRefresh({ updatedAt, everySeconds }: { updatedAt: Date; everySeconds: number }) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const router = useRouter();
  const [isRefreshing, startTransition] = useTransition();
  const [paused, setPaused] = useStored("liveRefresh");
  const now = useNow({ updateInterval: secondMs });
  const isPaused = paused === "paused";
  const refresh = () => startTransition(() => router.refresh());

  useEffect(() => {
    if (isPaused) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") startTransition(() => router.refresh());
    }, everySeconds * secondMs);
    return () => clearInterval(timer);
  }, [isPaused, everySeconds, router]);

  const age = format.relativeTime(updatedAt, now < updatedAt ? updatedAt : now);
  return (
    <div className="flex items-center gap-1 text-muted-foreground text-xs tabular-nums">
      <span suppressHydrationWarning className="whitespace-nowrap">
        {t("updated", { age })}
      </span>
      <IconButton
        size="sm"
        icon={<RotateCw className={isRefreshing ? "animate-spin motion-reduce:animate-none" : undefined} />}
        label={t("refresh")}
        onClick={refresh}
      />
      <IconButton
        size="sm"
        icon={isPaused ? <Play /> : <Pause />}
        label={t(isPaused ? "resumeRefresh" : "pauseRefresh")}
        onClick={() => setPaused(isPaused ? null : "paused")}
      />
    </div>
  );
}
