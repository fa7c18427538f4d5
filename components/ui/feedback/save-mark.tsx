"use client";

import { CircleAlert, CloudCheck, CloudUpload } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import type { DraftState } from "@/lib/browser/draft/draft-store";

const tickMillis = 1_000;

/** "Saved 3 s ago". Only trouble is read out. */
export function SaveMark({ saveState, savedAt }: Pick<DraftState<unknown>, "saveState" | "savedAt">) {
  const t = useTranslations("ui.autosave");
  const format = useFormatter();
  const now = useNow({ updateInterval: tickMillis });
  const isTrouble = saveState === "failed" || saveState === "conflict";
  if (isTrouble) {
    return (
      <span role="alert" className="inline-flex items-center gap-1.5 text-danger text-sm">
        <CircleAlert aria-hidden className="size-4" />
        {t(saveState)}
      </span>
    );
  }
  if (saveState === "saved") {
    const ago = savedAt
      ? format.relativeTime(savedAt, { now: now < savedAt ? savedAt : now, style: "short" })
      : "";
    return (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted-foreground text-sm tabular-nums">
        <CloudCheck aria-hidden className="size-4" />
        {savedAt ? t("savedAgo", { ago }) : t("saved")}
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted-foreground text-sm">
      <CloudUpload aria-hidden className="size-4" />
      {t("saving")}
    </span>
  );
}
