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
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import { type Campaign, forecastOptions } from "../api";
import { CampaignSchedule } from "../schedule/campaign-schedule";
import { useDeliveryWords } from "../schedule/use-delivery-words";
import type { CampaignDraft } from "./campaign-draft";
import type { ComposerStep } from "./composer-step";
import { ForecastCard } from "./forecast-card";
import { allProblems, isBlocking, ProblemList } from "./problem-list";
import { SendBar } from "./send-bar";
import type { OpenDraft } from "./use-draft-store";

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
        <ProblemList problems={problems} onStepChange={onStepChange} />
        <Summary
          draft={draft}
          timeZone={timeZone}
          sendingRules={sendingRules}
          onStepChange={onStepChange}
          people={forecast.data.audience}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
        <ForecastCard forecast={forecast.data} isFresh={isFresh} />
        <SendBar
          campaign={campaign}
          open={open}
          reachable={forecast.data.reachable}
          obstacles={problems.filter(isBlocking).length}
          isFresh={isFresh}
          timeZone={timeZone}
        />
      </div>
    </div>
  );
}

type SummaryProps = {
  draft: CampaignDraft;
  timeZone: string;
  sendingRules: SendingRules;
  people: number;
  onStepChange: (step: ComposerStep) => void;
};

/** Every line leads back to its step. */
function Summary({ draft, timeZone, sendingRules, people, onStepChange }: SummaryProps) {
  const t = useTranslations();
  const { contents, channelType, category } = draft;
  const delivery = useDeliveryWords(draft, sendingRules, timeZone);
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
            <CampaignSchedule {...draft} workspaceZone={timeZone} />,
          ),
          row("schedule", t("campaigns.delivery.hours.term"), delivery.hours),
          row("schedule", t("campaigns.delivery.title"), <Lines texts={delivery.limits} />),
        ]}
      />
    </Card>
  );
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <span key={text} className="block">
      {text}
    </span>
  ));
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
