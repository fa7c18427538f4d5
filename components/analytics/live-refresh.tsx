"use client";

import { Pause, Play, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";
import { IconButton } from "@/components/ui/actions/icon-button";
import type { Signal } from "@/lib/browser/realtime/realtime-connection";
import { useSignals } from "@/lib/browser/realtime/use-signals";
import { useStored } from "@/lib/browser/use-stored";

const secondMillis = 1_000;

/** Everything on the page is read again: not for each signal. */
const pauseMillis = 5_000;

/** While changes are heard, the clock only makes up for what went unheard. */
const heardSeconds = 30;

const topics = ["campaigns", "analytics"];

/**
 * Renders the page again on the server when something changed, and every so often while it is looked at; says how old
 * the figures are.
 */
export function LiveRefresh({ updatedAt, everySeconds }: { updatedAt: Date; everySeconds: number }) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const router = useRouter();
  const [isRefreshing, startTransition] = useTransition();
  const [paused, setPaused] = useStored("liveRefresh");
  const now = useNow({ updateInterval: secondMillis });
  const isPaused = paused === "paused";
  const refresh = () => startTransition(() => router.refresh());
  const isHeard = useSignals(isPaused ? [] : topics, refreshWhenChanged, pauseMillis);
  const pollSeconds = isHeard ? heardSeconds : everySeconds;

  function refreshWhenChanged(signal: Signal) {
    const isJustRendered = Date.now() - updatedAt.getTime() < pauseMillis;
    if (signal === "changed" || !isJustRendered) refresh();
  }

  useEffect(() => {
    if (isPaused) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") startTransition(() => router.refresh());
    }, pollSeconds * secondMillis);
    return () => clearInterval(timer);
  }, [isPaused, pollSeconds, router]);

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
