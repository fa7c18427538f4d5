"use client";

import { ArrowDownUp, Minus, PenLine, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AudienceSentence } from "@/components/audience/audience-sentence";
import type { Definition, Step } from "@/lib/domain/automations/definition";
import { StepSentence } from "../words/step-sentence";
import { useDefinitionWords } from "../words/use-definition-words";
import {
  type DefinitionPart,
  type Difference,
  findDifferences,
  findMessageDifferences,
} from "./find-differences";

export type DifferenceListProps = { before: Definition; after: Definition };

const icons = {
  added: <Plus className="text-success" />,
  removed: <Minus className="text-danger" />,
  moved: <ArrowDownUp className="text-info" />,
  changed: <PenLine className="text-warning" />,
};

/** What one definition says otherwise than another: before and after, in words. */
export function DifferenceList({ before, after }: DifferenceListProps) {
  const t = useTranslations("automations");
  const words = useDefinitionWords();
  const differences = findDifferences(before, after);
  if (differences.length === 0)
    return <p className="text-muted-foreground text-sm">{t("differences.none")}</p>;
  const partWords = (definition: Definition, kind: DefinitionPart): ReactNode => {
    if (kind === "trigger") return words.trigger(definition.trigger);
    if (kind === "reentry") return words.reentry(definition.reentry);
    if (kind === "startsAt")
      return definition.startsAt ? words.startsAt(definition.startsAt) : t("startsAt.none");
    if (kind === "audience") return <AudienceSentence filter={definition.audience} />;
    const rules = definition.exits.map((rule) => words.exit(rule));
    return rules.length > 0 ? rules.join(" · ") : t("editor.noExits");
  };
  const titleOf = (step: Step, number: number) =>
    t("editor.stepTitle", { number, kind: t(`editor.kinds.${step.kind}`) });
  return (
    <ul className="divide-y text-sm">
      {differences.map((difference) => {
        if (difference.kind === "added" || difference.kind === "removed")
          return (
            <Row
              key={keyOf(difference)}
              kind={difference.kind}
              title={titleOf(difference.step, difference.number)}
            >
              <StepSentence step={difference.step} />
            </Row>
          );
        if (difference.kind === "moved")
          return (
            <Row key={keyOf(difference)} kind="moved" title={titleOf(difference.step, difference.number)}>
              {t("differences.movedFrom", { from: difference.from, to: difference.number })}
            </Row>
          );
        if (difference.kind === "changed")
          return (
            <Row key={keyOf(difference)} kind="changed" title={titleOf(difference.after, difference.number)}>
              <ChangedStep before={difference.before} after={difference.after} />
            </Row>
          );
        return (
          <Row key={keyOf(difference)} kind="changed" title={t(`differences.parts.${difference.kind}`)}>
            <BeforeAfter
              before={partWords(before, difference.kind)}
              after={partWords(after, difference.kind)}
            />
          </Row>
        );
      })}
    </ul>
  );
}

function keyOf(difference: Difference): string {
  if ("step" in difference) return `${difference.kind}:${difference.step.id}`;
  return "after" in difference ? `changed:${difference.after.id}` : difference.kind;
}

type RowProps = { kind: keyof typeof icons; title: string; children: ReactNode };

function Row({ kind, title, children }: RowProps) {
  const t = useTranslations("automations.differences");
  return (
    <li className="flex gap-3 py-2.5 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
      {icons[kind]}
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {title} <span className="font-normal text-muted-foreground">{t(`kinds.${kind}`)}</span>
        </p>
        <div className="min-w-0">{children}</div>
      </div>
    </li>
  );
}

function BeforeAfter({ before, after }: { before: ReactNode; after: ReactNode }) {
  const t = useTranslations("automations.differences");
  return (
    <dl className="mt-1 grid gap-2 sm:grid-cols-2">
      {[
        { name: t("live"), words: before },
        { name: t("draft"), words: after },
      ].map(({ name, words }) => (
        <div key={name} className="min-w-0 rounded-md border bg-muted/50 px-2.5 py-1.5">
          <dt className="text-muted-foreground text-xs">{name}</dt>
          <dd className="break-words">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function ChangedStep({ before, after }: { before: Step; after: Step }) {
  const t = useTranslations("automations.differences");
  const parts = findMessageDifferences(before, after);
  return (
    <>
      {parts.length > 0 ? (
        <p className="text-muted-foreground text-xs">
          {parts.map((part) => t(`messageParts.${part}`)).join(" · ")}
        </p>
      ) : null}
      <BeforeAfter before={<StepSentence step={before} />} after={<StepSentence step={after} />} />
    </>
  );
}
