"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { useTargetName } from "../use-target-name";
import { findMappingProblem, type ImportDraft } from "./import-draft";
import { MappingRow } from "./mapping-row";

export type ImportMappingStepProps = {
  draft: ImportDraft;
  onDraft: (draft: ImportDraft) => void;
  onBack: () => void;
  onNext: () => void;
};

/** Each column with what is in it, and what it fills. */
export function ImportMappingStep({ draft, onDraft, onBack, onNext }: ImportMappingStepProps) {
  const t = useTranslations("contacts.import");
  const nameOf = useTargetName();
  const [isTried, setIsTried] = useState(false);
  const { headings } = draft.preview;
  const problem = findMappingProblem(draft.targets);
  const handleNext = () => {
    setIsTried(true);
    if (!problem) onNext();
  };
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted-foreground text-sm">{t("mappingHelp")}</p>
      {isTried && problem ? (
        <Callout
          tone="danger"
          announce
          title={
            problem.kind === "nobody"
              ? t("mappingNobody")
              : t("mappingRepeated", { name: nameOf(problem.target) })
          }
        />
      ) : null}
      <ul className="divide-y rounded-lg border">
        {columnsOf(headings).map(({ key, heading, at }) => (
          <MappingRow key={key} heading={heading} at={at} draft={draft} onDraft={onDraft} />
        ))}
      </ul>
      <div className="flex justify-between gap-2">
        <Button onClick={onBack}>{t("back")}</Button>
        <Button variant="primary" onClick={handleNext}>
          {t("next")}
        </Button>
      </div>
    </div>
  );
}

/** A heading may repeat; the place of its column tells it apart. */
const columnsOf = (headings: readonly string[]) =>
  headings.map((heading, at) => ({ key: `${at}-${heading}`, heading, at }));
