"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/forms/field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { everyone } from "@/lib/domain/audience/audience-filter";
import { type ConditionStep, type ConditionTest, otherwiseKinds } from "@/lib/domain/automations/definition";
import { AutomationAudience } from "../automation-audience";
import { EventFields } from "../event/event-fields";

export type ConditionFieldsProps = {
  step: ConditionStep;
  change: (part: Partial<ConditionStep>) => void;
  onUnfinished: (isUnfinished: boolean) => void;
};

const questions = ["audience", "did", "did_not"] as const;

type Question = (typeof questions)[number];

const questionOf = (test: ConditionTest): Question =>
  test.kind === "audience" ? "audience" : test.did ? "did" : "did_not";

export function ConditionFields({ step, change, onUnfinished }: ConditionFieldsProps) {
  const t = useTranslations("automations.condition");
  const { test } = step;
  const ask = (question: Question) => {
    if (question === "audience") change({ test: { kind: "audience", filter: everyone } });
    else {
      const asked = test.kind === "event" ? test : { kind: "event" as const, event: "", where: [] };
      change({ test: { ...asked, did: question === "did" } });
    }
  };
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Field label={t("question")}>
        <RadioGroup
          value={questionOf(test)}
          onValueChange={ask}
          options={questions.map((value) => ({
            value,
            label: t(`questions.${value}`),
            description: t(`questionHelp.${value}`),
          }))}
        />
      </Field>
      {test.kind === "audience" ? (
        <section aria-label={t("who")} className="min-w-0">
          <h3 className="font-medium text-sm">{t("who")}</h3>
          <AutomationAudience
            filter={test.filter}
            onChange={(filter) => change({ test: { kind: "audience", filter } })}
            onUnfinished={onUnfinished}
          />
        </section>
      ) : (
        <EventFields
          label={t("event")}
          value={test}
          onChange={(choice) => change({ test: { ...test, ...choice } })}
        />
      )}
      <Field label={t("otherwise")}>
        <RadioGroup
          value={step.otherwise}
          onValueChange={(otherwise) => change({ otherwise })}
          options={otherwiseKinds.map((value) => ({
            value,
            label: t(`otherwises.${value}`),
            description: t(`otherwiseHelp.${value}`),
          }))}
        />
      </Field>
    </div>
  );
}
