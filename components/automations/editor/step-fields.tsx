"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ContentStudio } from "@/components/content/content-studio";
import type { PreviewPerson } from "@/components/content/preview/person-picker";
import { useShell } from "@/components/layout/shell-context";
import type { MessageStep, Step } from "@/lib/domain/automations/definition";
import { ClockField } from "./clock-field";
import { DurationField } from "./duration-field";
import { ConditionFields } from "./steps/condition-fields";
import { MessageFields } from "./steps/message-fields";
import type { StepActs } from "./use-step-acts";

export type StepFieldsProps = { step: Step; acts: StepActs | undefined };

/** The fields of a step; of a message that may only be looked at, its text. */
export function StepFields({ step, acts }: StepFieldsProps) {
  const t = useTranslations("automations.editor");
  if (!acts) return step.kind === "message" ? <ReadMessage step={step} /> : null;
  switch (step.kind) {
    case "wait":
      return (
        <DurationField
          label={t("waitFor")}
          minutes={step.minutes}
          onChange={(minutes) => acts.change(step, { minutes })}
        />
      );
    case "wait_until":
      return (
        <ClockField
          label={t("waitUntil")}
          help={t("waitUntilHelp")}
          at={step.at}
          onChange={(at) => acts.change(step, { at })}
        />
      );
    case "condition":
      return (
        <ConditionFields
          step={step}
          change={(part) => acts.change(step, part)}
          onUnfinished={(isUnfinished) => acts.noteUnfinished(step.id, isUnfinished)}
        />
      );
    case "message":
      return <MessageFields step={step} change={(part) => acts.change(step, part)} />;
  }
}

const changeNothing = () => undefined;

function ReadMessage({ step: { channels, contents, category } }: { step: MessageStep }) {
  const { slug } = useShell().workspace;
  const [person, setPerson] = useState<PreviewPerson>(null);
  const [channel] = channels;
  if (!channel || contents.length === 0) return null;
  return (
    <ContentStudio
      value={contents}
      onChange={changeNothing}
      channel={channel}
      category={category}
      workspace={slug}
      person={person}
      onPersonChange={setPerson}
      disabled
    />
  );
}
