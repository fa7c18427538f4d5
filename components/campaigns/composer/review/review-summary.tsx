import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AudienceSentence } from "@/components/audience/audience-sentence";
import { Card } from "@/components/ui/display/card";
import { DescriptionList } from "@/components/ui/display/description-list";
import { textOf } from "@/lib/domain/content/content";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import type { CampaignForecast } from "../../api";
import { CampaignSchedule } from "../../schedule/campaign-schedule";
import { Lines } from "../../schedule/lines";
import { useDeliveryWords } from "../../schedule/use-delivery-words";
import { useTrackingWords } from "../../schedule/use-tracking-words";
import type { CampaignDraft } from "../campaign-draft";
import type { ComposerStep } from "../composer-step";
import { ConsentRule } from "./consent-rule";
import { Sender } from "./sender";

export type ReviewSummaryProps = {
  draft: CampaignDraft;
  timeZone: string;
  sendingRules: SendingRules;
  forecast: CampaignForecast;
  onStepChange: (step: ComposerStep) => void;
};

/** Every line leads back to its step. */
export function ReviewSummary(props: ReviewSummaryProps) {
  const { draft, timeZone, sendingRules, forecast, onStepChange } = props;
  const t = useTranslations();
  const { contents, channelType, category } = draft;
  const delivery = useDeliveryWords(draft, sendingRules, timeZone);
  const trackingWords = useTrackingWords();
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
          { key: "provider", term: t("campaigns.review.provider"), detail: <Sender forecast={forecast} /> },
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
                ({t("campaigns.review.people", { count: forecast.audience })})
              </span>
            </>,
          ),
          {
            key: "consent",
            term: t("campaigns.review.consent"),
            detail: <ConsentRule category={category} consentMode={forecast.consentMode} />,
          },
          row(
            "schedule",
            t("campaigns.steps.schedule"),
            <CampaignSchedule {...draft} workspaceZone={timeZone} />,
          ),
          row("schedule", t("campaigns.delivery.hours.term"), delivery.hours),
          row("schedule", t("campaigns.delivery.title"), <Lines texts={delivery.limits} />),
          row(
            "schedule",
            t("campaigns.tracking.title"),
            <Lines texts={trackingWords(draft.tracking, channelType)} />,
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
