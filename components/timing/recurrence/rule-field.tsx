"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { findRuleProblem } from "@/lib/domain/timing/recurrence/rule";

export type RuleFieldProps = {
  rrule: string;
  onChange: (rrule: string) => void;
  /** The form cannot say it: the rule stays unfolded, with a way back. */
  isOnly: boolean;
  onReset: () => void;
};

/** The rule itself, for those who know how to read one. */
export function RuleField({ rrule, onChange, isOnly, onReset }: RuleFieldProps) {
  const t = useTranslations("timing.recurrence");
  const [isOpen, setOpen] = useState(isOnly);
  const problem = findRuleProblem(rrule);
  return (
    <details
      open={isOpen || isOnly}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group"
    >
      <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-muted-foreground text-sm hover:text-foreground [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {t("showRule")}
      </summary>
      <div className="flex flex-col gap-3 pt-2">
        <Field
          label={t("rule")}
          help={t("ruleHelp")}
          {...(problem ? { error: t("ruleProblem", { part: problem.part }) } : {})}
        >
          <Input
            value={rrule}
            spellCheck={false}
            autoCapitalize="characters"
            autoComplete="off"
            className="font-mono"
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </Field>
        {isOnly ? (
          <Callout
            actions={
              <Button size="sm" onClick={onReset}>
                {t("useForm")}
              </Button>
            }
          >
            {t(problem ? "ruleBroken" : "ruleOnly")}
          </Callout>
        ) : null}
      </div>
    </details>
  );
}
