"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Badge } from "@/components/ui/display/badge";
import { Callout } from "@/components/ui/feedback/callout";
import { Select } from "@/components/ui/forms/select";
import { marketingConsentColumns } from "@/lib/domain/contacts/consent-column";
import { findTargetOf, type ImportTarget, importTargets } from "@/lib/domain/contacts/imports/import-target";
import { useTargetName } from "../use-target-name";
import { findMappingProblem, type ImportDraft } from "./import-draft";

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
  const { headings, rows } = draft.preview;
  const problem = findMappingProblem(draft.targets);
  const setTarget = (at: number, target: ImportTarget) =>
    onDraft({ ...draft, targets: draft.targets.map((one, position) => (position === at ? target : one)) });
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
          <ColumnRow
            key={key}
            heading={heading}
            samples={rows.map((row) => row[at] ?? "").filter(Boolean)}
            target={draft.targets[at] ?? "ignore"}
            onTarget={(target) => setTarget(at, target)}
          />
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

type ColumnRowProps = {
  heading: string;
  samples: string[];
  target: ImportTarget;
  onTarget: (target: ImportTarget) => void;
};

function ColumnRow({ heading, samples, target, onTarget }: ColumnRowProps) {
  const t = useTranslations("contacts.import");
  const nameOf = useTargetName();
  const attribute = `attributes.${heading.slice(0, 100)}` as const;
  const options: ImportTarget[] = [
    "ignore",
    ...importTargets,
    ...marketingConsentColumns,
    ...(heading ? [attribute] : []),
  ];
  const offered = options.includes(target) ? options : [...options, target];
  return (
    <li className="grid items-center gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <p className="flex items-center gap-2 font-medium text-sm">
          <span className="truncate">{heading || t("unnamedColumn")}</span>
          {target !== "ignore" && findTargetOf(heading) === target ? (
            <Badge tone="success">{t("recognised")}</Badge>
          ) : null}
        </p>
        <p className="truncate text-muted-foreground text-xs">
          {samples.slice(0, 3).join(" · ") || t("noSamples")}
        </p>
      </div>
      <Select<ImportTarget>
        aria-label={t("targetOf", { name: heading })}
        value={target}
        onValueChange={onTarget}
        options={offered.map((value) => ({ value, label: nameOf(value) }))}
      />
    </li>
  );
}
