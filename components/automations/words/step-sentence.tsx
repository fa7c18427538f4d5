"use client";

import { useLocale, useTranslations } from "next-intl";
import { AudienceSentence } from "@/components/audience/audience-sentence";
import { languageToShow } from "@/components/content/language-to-show";
import type { Step } from "@/lib/domain/automations/definition";
import { useDefinitionWords } from "./use-definition-words";
import { useLiquidWords } from "./use-liquid-words";

/** What a step does, in one sentence or two. */
export function StepSentence({ step }: { step: Step }) {
  const t = useTranslations("automations.words");
  const words = useDefinitionWords();
  if (step.kind === "message") return <MessageSentence step={step} />;
  if (step.kind !== "condition") return words.step(step);
  return (
    <>
      {words.step(step)}{" "}
      {step.test.kind === "audience" ? <AudienceSentence filter={step.test.filter} /> : null}
      <span className="block text-muted-foreground">{t(`otherwise.${step.otherwise}`)}</span>
    </>
  );
}

function MessageSentence({ step }: { step: Extract<Step, { kind: "message" }> }) {
  const t = useTranslations("automations.words");
  const words = useDefinitionWords();
  const inWords = useLiquidWords();
  const locale = useLocale();
  const shown = step.contents.find(({ language }) => language === languageToShow(step.contents, locale));
  const text = shown ? shown.title || shown.body || shown.subtitle : "";
  return (
    <>
      {words.step(step)}
      <span className="block truncate text-muted-foreground">
        {text ? t("quoted", { text: inWords(text) }) : t("noText")}
        {step.isBestTime ? ` · ${t("bestTime")}` : null}
      </span>
    </>
  );
}
