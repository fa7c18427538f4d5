"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { AudienceSentence } from "@/components/audience/audience-sentence";
import { useShell } from "@/components/layout/shell-context";
import { Card } from "@/components/ui/display/card";
import { DescriptionList } from "@/components/ui/display/description-list";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { textOf } from "@/lib/domain/content/content";
import { type Campaign, forecastOptions } from "../api";
import type { CampaignDraft } from "./campaign-draft";
import type { ComposerStep } from "./composer-step";
import { ForecastCard } from "./forecast-card";
import { PersonTime } from "./person-time";
import { allProblems, isBlocking, ProblemList } from "./problem-list";
import { ScheduleSentence } from "./schedule-sentence";
import { SendBar } from "./send-bar";
import { TimesChart } from "./times-chart";
import type { OpenDraft } from "./use-draft-store";

export type ReviewStepProps = {
  campaign: Campaign;
  open: OpenDraft;
  timeZone: string;
  /** A condition lacks its value: what is stored is not what is meant. */
  isAudienceOpen: boolean;
  onStepChange: (step: ComposerStep) => void;
};

/** What will happen, what is in the way, and the button that does it. */
export function ReviewStep(props: ReviewStepProps) {
  const { campaign, open, timeZone, isAudienceOpen, onStepChange } = props;
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
        <ProblemList problems={problems} onStepChange={onStepChange} />
        <Summary
          draft={draft}
          timeZone={timeZone}
          onStepChange={onStepChange}
          people={forecast.data.audience}
        />
        {forecast.data.times ? (
          <>
            <TimesChart times={forecast.data.times} timeZone={timeZone} />
            <PersonTime campaign={campaign} />
          </>
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
        <ForecastCard forecast={forecast.data} isFresh={isFresh} />
        <SendBar
          campaign={campaign}
          open={open}
          timeZone={timeZone}
          reachable={forecast.data.reachable}
          obstacles={problems.filter(isBlocking).length}
          isFresh={isFresh}
        />
      </div>
    </div>
  );
}

type SummaryProps = {
  draft: CampaignDraft;
  timeZone: string;
  people: number;
  onStepChange: (step: ComposerStep) => void;
};

/** Every line leads back to its step. */
function Summary({ draft, timeZone, people, onStepChange }: SummaryProps) {
  const t = useTranslations();
  const { scheduledAt, scheduleType, contents, channelType, category } = draft;
  const first = contents[0];
  const message = first ? [first.title, textOf(first)].filter(Boolean).join(" – ") : "";
  const names = contents.map(({ language }) => language.toUpperCase());
  const row = (step: ComposerStep, term: string, detail: ReactNode) => ({
    key: term,
    term,
    detail: (
      <span className="flex items-start justify-between gap-3">
        <span className="min-w-0 break-words">{detail}</span>
        <StepLink step={step} term={term} onStepChange={onStepChange} />
      </span>
    ),
  });
  return (
    <Card title={t("campaigns.review.summary")}>
      <DescriptionList
        items={[
          row(
            "content",
            t("campaigns.content.channel"),
            `${t(`content.channels.${channelType}`)} · ${t(`content.categories.${category}`)}`,
          ),
          row(
            "content",
            t("campaigns.content.message"),
            message ? `${message} (${names.join(", ")})` : t("campaigns.review.noMessage"),
          ),
          row(
            "audience",
            t("campaigns.steps.audience"),
            <>
              <AudienceSentence filter={draft.filter} />{" "}
              <span className="whitespace-nowrap text-muted-foreground">
                ({t("campaigns.review.people", { count: people })})
              </span>
            </>,
          ),
          row(
            "schedule",
            t("campaigns.steps.schedule"),
            scheduleType === "scheduled" && scheduledAt ? (
              <ScheduleSentence at={scheduledAt} zone={timeZone} />
            ) : (
              t("campaigns.schedule.now")
            ),
          ),
        ]}
      />
    </Card>
  );
}

type StepLinkProps = { step: ComposerStep; term: string; onStepChange: (step: ComposerStep) => void };

function StepLink({ step, term, onStepChange }: StepLinkProps) {
  const t = useTranslations("campaigns.review");
  return (
    <button
      type="button"
      className="-my-1 min-h-6 shrink-0 rounded-sm px-1 py-1 text-brand text-sm underline-offset-4 hover:underline"
      onClick={() => onStepChange(step)}
    >
      {t("change")}
      <span className="sr-only">: {term}</span>
    </button>
  );
}
