"use client";

import { Play } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { useClock } from "@/lib/browser/use-clock";
import type { Campaign } from "../api";
import { useCampaignActs } from "../use-campaign-acts";
import { useDuration } from "./use-duration";

const minuteMillis = 60_000;

/** Held because its time is long over: a person decides. */
export function LateNotice({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns.notice");
  const { slug } = useShell().workspace;
  const maySend = useMay("campaigns.send");
  const { change } = useCampaignActs(slug);
  const duration = useDuration();
  const now = useClock(minuteMillis, useNow());
  const { scheduledAt } = campaign;
  // A series has its next time there already.
  const lateMillis = scheduledAt ? now - scheduledAt.getTime() : 0;
  return (
    <Callout
      tone="warning"
      title={lateMillis > 0 ? t("late", { duration: duration(lateMillis / 1_000) }) : t("lateSeries")}
      actions={
        maySend ? (
          <Button
            size="sm"
            icon={<Play aria-hidden />}
            loading={change.isPending}
            onClick={() => change.mutate({ act: "resume", campaign })}
          >
            {t("sendAnyway")}
          </Button>
        ) : null
      }
    >
      {t("lateHelp")}
    </Callout>
  );
}
