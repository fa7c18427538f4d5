"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight, FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAudienceCount } from "@/components/audience/api";
import type { PreviewPerson } from "@/components/content/preview/person-picker";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { Button } from "@/components/ui/actions/button";
import { SaveMark } from "@/components/ui/feedback/save-mark";
import { useUnsavedWarning } from "@/lib/browser/draft/use-unsaved-warning";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import { type Campaign, forecastOptions } from "../api";
import { CampaignStatusPill } from "../campaign-status-pill";
import { AudienceStep } from "./audience-step";
import { isContentComplete, isEveryone, isScheduleComplete } from "./campaign-draft";
import { CampaignSaveTrouble } from "./campaign-save-trouble";
import { blockedSteps, type ComposerStep, composerSteps, tickedSteps } from "./composer-step";
import { ContentStep } from "./content-step";
import { ReviewStep } from "./review/review-step";
import { ScheduleStep } from "./schedule/schedule-step";
import { StepBar } from "./step-bar";
import { TestSendDialog } from "./test-send/test-send-dialog";
import { useComposerStep } from "./use-composer-step";
import { type OpenDraft, useDraftStore } from "./use-draft-store";

export type CampaignComposerProps = {
  campaign: Campaign;
  timeZone: string;
  /** Of the workspace. */
  sendingRules: SendingRules;
  /** Of the workspace: most people it writes to read it. */
  language: string;
};

export function CampaignComposer({ campaign, timeZone, sendingRules, language }: CampaignComposerProps) {
  const t = useTranslations("campaigns");
  const tUi = useTranslations("ui");
  const { slug } = useShell().workspace;
  const maySend = useMay("campaigns.send");
  const open = useDraftStore(slug, campaign, language);
  const { step, goTo, visited, heading } = useComposerStep();
  const [person, setPerson] = useState<PreviewPerson>(null);
  const [generation, setGeneration] = useState(0);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const { draft, saveState } = open;
  useUnsavedWarning(saveState !== "saved");
  useShortcut("mod+s", tUi("save"), () => void open.flush());
  const count = useAudienceCount(slug, { filter: draft.filter, category: draft.category });
  const forecast = useQuery({
    ...forecastOptions(slug, campaign.id, open.version),
    enabled: saveState === "saved",
  });
  const blocked = blockedSteps(forecast.data?.problems ?? []);
  const complete = {
    content: isContentComplete(draft) && !blocked.has("content"),
    audience: !isFilterOpen && (count.data?.total ?? 0) > 0 && !blocked.has("audience"),
    schedule: isScheduleComplete(draft) && !blocked.has("schedule"),
  };
  const decided = {
    content: true,
    audience: !isEveryone(draft.filter),
    schedule: draft.scheduleType !== "send_now",
  };
  return (
    <>
      <PageHeader
        title={draft.name.trim() || t("untitled")}
        crumbs={[{ label: t("title"), href: hrefOf(slug, "campaigns") }]}
        badge={<CampaignStatusPill status="draft" />}
        actions={
          <>
            <SaveMark saveState={saveState} savedAt={open.savedAt} />
            {maySend ? (
              <TestSendDialog
                key={draft.channelType}
                campaign={campaign}
                channel={draft.channelType}
                person={person}
                onBeforeSend={open.flush}
                trigger={<Button icon={<FlaskConical />}>{t("test.open")}</Button>}
              />
            ) : null}
          </>
        }
      />
      <CampaignSaveTrouble
        open={open}
        campaignId={campaign.id}
        onReplaced={() => {
          setGeneration(generation + 1);
          setFilterOpen(false);
        }}
      />
      <StepBar step={step} done={tickedSteps(complete, decided, visited)} onStepChange={goTo} />
      <div className="pb-10">
        <h2 ref={heading} tabIndex={-1} className="sr-only">
          {t("steps.heading", {
            number: composerSteps.indexOf(step) + 1,
            total: composerSteps.length,
            step: t(`steps.${step}`),
          })}
        </h2>
        {step === "content" ? (
          <ContentStep key={generation} open={open} person={person} onPersonChange={setPerson} />
        ) : null}
        {/* Kept while another step is open: an unfinished condition must not vanish. */}
        <div hidden={step !== "audience"}>
          <AudienceStep
            key={generation}
            open={open}
            count={count.data}
            isSettled={count.isSettled && !isFilterOpen}
            onUnfinished={setFilterOpen}
          />
        </div>
        {step === "schedule" ? (
          <ScheduleStep key={generation} open={open} timeZone={timeZone} sendingRules={sendingRules} />
        ) : null}
        {step === "review" ? (
          <ReviewStep
            campaign={campaign}
            open={open}
            timeZone={timeZone}
            sendingRules={sendingRules}
            isAudienceOpen={isFilterOpen}
            onStepChange={goTo}
          />
        ) : null}
        <NextStep step={step} open={open} onStepChange={goTo} />
      </div>
    </>
  );
}

type NextStepProps = { step: ComposerStep; open: OpenDraft; onStepChange: (step: ComposerStep) => void };

function NextStep({ step, open, onStepChange }: NextStepProps) {
  const t = useTranslations("campaigns.steps");
  const next = composerSteps[composerSteps.indexOf(step) + 1];
  const goOn = () => {
    if (!next) return;
    void open.flush();
    onStepChange(next);
  };
  useShortcut("mod+enter", t("next"), goOn);
  if (!next) return null;
  return (
    <div className="mt-8 flex justify-end border-t pt-4">
      <Button variant="primary" size="lg" onClick={goOn}>
        {t("continueTo", { step: t(next) })}
        <ArrowRight aria-hidden />
      </Button>
    </div>
  );
}
