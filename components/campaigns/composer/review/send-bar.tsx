"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, Repeat, Send, Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { callApi } from "@/lib/browser/api-client";
import { scheduleCampaignContract } from "@/lib/contracts/campaigns/campaign-acts";
import { type Campaign, type CampaignForecast, campaignOptions, forecastsKey } from "../../api";
import { campaignPageHref } from "../../campaign-href";
import { PutOff } from "../../schedule/put-off";
import { sendActOf } from "../../schedule/send-act";
import type { OpenDraft } from "../use-draft-store";
import { useSendLabel } from "./use-send-label";

/** Above it the number is typed first. */
const freelySentMax = 10_000;

export type SendBarProps = {
  campaign: Campaign;
  open: OpenDraft;
  timeZone: string;
  forecast: CampaignForecast;
  obstacles: number;
  isFresh: boolean;
};

/** The button that says what happens, to how many people and when. */
export function SendBar(props: SendBarProps) {
  const { campaign, open, timeZone, forecast, obstacles, isFresh } = props;
  const { final: count } = forecast;
  const t = useTranslations("campaigns.send");
  const format = useFormatter();
  const maySend = useMay("campaigns.send");
  const [asks, setAsks] = useState(false);
  const schedule = useSchedule(campaign, open);
  const act = sendActOf(open.draft);
  const Icon = icons[act];
  const label = useSendLabel(open.draft, timeZone)(count);
  const press = () => {
    if (obstacles > 0) toast.error(t("blocked", { count: obstacles }));
    else if (count > freelySentMax || count === 0) setAsks(true);
    else schedule.mutate();
  };
  if (!maySend) return <p className="text-muted-foreground text-sm">{t("notAllowed")}</p>;
  return (
    <div className="flex flex-col gap-2 max-lg:sticky max-lg:bottom-0 max-lg:-mx-4 max-lg:border-t max-lg:bg-background max-lg:px-4 max-lg:py-3">
      <Button
        variant={obstacles > 0 ? "secondary" : "primary"}
        size="lg"
        className="h-auto min-h-10 whitespace-normal py-2 text-center"
        icon={<Icon />}
        loading={schedule.isPending}
        disabled={!isFresh}
        onClick={press}
      >
        {label}
      </Button>
      {obstacles === 0 ? (
        <PutOff
          plan={open.draft}
          timeZone={timeZone}
          forecast={forecast}
          className="text-center font-medium text-sm"
        />
      ) : null}
      <p className="text-center text-muted-foreground text-xs">{t(`${act}Help`)}</p>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={t("confirmTitle", { name: campaign.name })}
        description={count === 0 ? t("confirmNobody") : t("confirmDescription", { count })}
        confirmLabel={label}
        {...(count === 0 ? {} : { typedConfirmation: format.number(count, "integer") })}
        danger={false}
        onConfirm={() => schedule.mutateAsync()}
      />
    </div>
  );
}

const icons = {
  now: Send,
  later: CalendarClock,
  ownClock: CalendarClock,
  series: Repeat,
  bestTime: Sparkles,
  bestTimeFrom: Sparkles,
} as const;

function useSchedule(campaign: Campaign, open: OpenDraft) {
  const t = useTranslations("campaigns.send");
  const { slug } = useShell().workspace;
  const router = useRouter();
  const client = useQueryClient();
  const { scheduledAt, scheduleType } = open.draft;
  return useMutation({
    mutationFn: async () => {
      if (!(await open.flush())) throw new Error("unsaved");
      const body = scheduleType === "scheduled" && scheduledAt ? { scheduledAt } : {};
      return callApi(scheduleCampaignContract, {
        workspace: slug,
        params: { campaignId: campaign.id },
        body,
      });
    },
    onSuccess: (scheduled) => {
      client.setQueryData(campaignOptions(slug, campaign.id).queryKey, scheduled);
      router.push(campaignPageHref(slug, campaign.id));
    },
    onError: (error) => {
      toastRefusal(t("failed"), error);
      return client.invalidateQueries({ queryKey: forecastsKey(slug) });
    },
  });
}
