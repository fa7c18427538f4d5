"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { StockForecast } from "@/components/coupons/message/stock-forecast";
import { useShell } from "@/components/layout/shell-context";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import { type Campaign, forecastOptions } from "../../api";
import type { ComposerStep } from "../composer-step";
import type { OpenDraft } from "../use-draft-store";
import { ForecastCard } from "./forecast-card";
import { PersonTime } from "./person-time";
import { allProblems, isBlocking, ProblemList } from "./problem-list";
import { ReviewSummary } from "./review-summary";
import { SendBar } from "./send-bar";
import { TimesChart } from "./times-chart";

export type ReviewStepProps = {
  campaign: Campaign;
  open: OpenDraft;
  timeZone: string;
  sendingRules: SendingRules;
  /** A condition lacks its value: what is stored is not what is meant. */
  isAudienceOpen: boolean;
  onStepChange: (step: ComposerStep) => void;
};

/** What will happen, what is in the way, and the button that does it. */
export function ReviewStep(props: ReviewStepProps) {
  const { campaign, open, timeZone, sendingRules, isAudienceOpen, onStepChange } = props;
  const { slug } = useShell().workspace;
  const { flush, saveState, version, draft } = open;
  useEffect(() => void flush(), [flush]);
  const isStored = saveState === "saved";
  const forecast = useQuery({
    ...forecastOptions(slug, campaign.id, version),
    enabled: isStored,
    staleTime: 0,
  });
  if (forecast.isError) return <ErrorState onRetry={() => void forecast.refetch()} />;
  if (!forecast.data) return <Skeleton className="h-80 w-full" />;
  const problems = allProblems(forecast.data, draft, isAudienceOpen);
  const isFresh = isStored && !forecast.isFetching;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <ProblemList problems={problems} provider={forecast.data.provider} onStepChange={onStepChange} />
        <ReviewSummary
          draft={draft}
          timeZone={timeZone}
          sendingRules={sendingRules}
          onStepChange={onStepChange}
          forecast={forecast.data}
        />
        {forecast.data.times ? (
          <>
            {forecast.data.times.byHour.length > 0 ? (
              <TimesChart times={forecast.data.times} timeZone={timeZone} />
            ) : null}
            <PersonTime campaign={campaign} />
          </>
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
        <ForecastCard forecast={forecast.data} isFresh={isFresh} />
        {forecast.data.coupon ? <StockForecast coupon={forecast.data.coupon} /> : null}
        <SendBar
          campaign={campaign}
          open={open}
          timeZone={timeZone}
          forecast={forecast.data}
          obstacles={problems.filter(isBlocking).length}
          isFresh={isFresh}
        />
      </div>
    </div>
  );
}
