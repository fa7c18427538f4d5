"use client";

import { DoorOpen, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { AudienceSentence } from "@/components/audience/audience-sentence";
import { useShell } from "@/components/layout/shell-context";
import { stepsMax } from "@/lib/domain/automations/definition";
import type { Automation, AutomationFigures } from "../api";
import { waitingHref } from "../automation-href";
import { triggerIcons } from "../words/icons";
import { useDefinitionWords } from "../words/use-definition-words";
import { AudienceFields } from "./audience-fields";
import { EditorCard } from "./editor-card";
import { ExitFields } from "./exit-fields";
import { InsertStepMenu } from "./insert-step-menu";
import { NameFields } from "./name-fields";
import { StepCard } from "./step-card";
import { ExitFigures, TriggerFigures } from "./step-figures";
import { TriggerFields } from "./trigger/trigger-fields";
import type { OpenAutomation } from "./use-automation-draft";
import type { OpenPart } from "./use-open-part";
import { useStepActs } from "./use-step-acts";

export type AutomationEditorProps = {
  automation: Automation;
  figures: AutomationFigures | undefined;
  open: OpenAutomation;
  part: OpenPart;
  /** Of the workspace: most people it writes to read it. */
  language: string;
  mayEdit: boolean;
};

/** Trigger, audience, steps and exits, one below the other. */
export function AutomationEditor(props: AutomationEditorProps) {
  const { automation, open, part, language, mayEdit } = props;
  // Before it was ever live nobody can be anywhere.
  const figures = automation.liveNumber === null ? undefined : props.figures;
  const t = useTranslations("automations.editor");
  const { slug } = useShell().workspace;
  const words = useDefinitionWords();
  const { acts, announcement } = useStepActs(open, language, part.show);
  const { draft, changeDefinition, generation } = open;
  const { definition } = draft;
  const { trigger, steps, exits } = definition;
  const TriggerIcon = triggerIcons[trigger.kind];
  const problemsAt = (pointer: string) =>
    automation.problems.filter(
      (one) => one.stepId === null && one.pointer.startsWith(`definition.${pointer}`),
    );
  const partOf = (anchor: string) => ({
    anchor,
    isOpen: part.openPart === anchor,
    onToggle: () => part.toggle(anchor),
  });
  return (
    <div key={generation} className="mx-auto flex max-w-5xl flex-col pb-10">
      {mayEdit ? <NameFields open={open} /> : null}
      <EditorCard
        {...partOf("trigger")}
        icon={<TriggerIcon />}
        title={t("trigger")}
        summary={
          <>
            {words.trigger(trigger)}
            {trigger.kind === "event" ? (
              <span className="block text-muted-foreground">{words.reentry(definition.reentry)}</span>
            ) : null}
            {definition.startsAt ? (
              <span className="block text-muted-foreground">{words.startsAt(definition.startsAt)}</span>
            ) : null}
          </>
        }
        problems={problemsAt("trigger")}
        figures={figures ? <TriggerFigures figures={figures} /> : null}
      >
        {mayEdit ? (
          <TriggerFields definition={definition} onChange={(next) => changeDefinition(() => next)} />
        ) : null}
      </EditorCard>
      <Line />
      <EditorCard
        {...partOf("audience")}
        icon={<UsersRound />}
        title={t("audience")}
        summary={<AudienceSentence filter={definition.audience} />}
        problems={problemsAt("audience")}
      >
        {mayEdit ? (
          <AudienceFields
            definition={definition}
            onChange={(audience) => changeDefinition(() => ({ audience }))}
            onUnfinished={(isUnfinished) => open.unfinished.note("audience", isUnfinished)}
          />
        ) : null}
      </EditorCard>
      <ol aria-label={t("steps")} className="flex flex-col">
        {steps.map((step, position) => (
          <li key={step.id} className="flex flex-col">
            {mayEdit && steps.length < stepsMax ? (
              <InsertStepMenu
                after={
                  position === 0
                    ? t("audience")
                    : t("stepTitle", {
                        number: position,
                        kind: t(`kinds.${steps[position - 1]?.kind ?? step.kind}`),
                      })
                }
                onPick={(kind) => acts.add(position, kind)}
              />
            ) : (
              <Line />
            )}
            <StepCard
              step={step}
              number={position + 1}
              total={steps.length}
              isOpen={part.openPart === step.id}
              onToggle={() => part.toggle(step.id)}
              problems={automation.problems.filter(({ stepId }) => stepId === step.id)}
              figures={figures}
              href={waitingHref(slug, automation.id, step.id)}
              acts={mayEdit ? acts : undefined}
            />
          </li>
        ))}
      </ol>
      {mayEdit && steps.length < stepsMax ? (
        <InsertStepMenu onPick={(kind) => acts.add(steps.length, kind)} />
      ) : (
        <Line />
      )}
      <EditorCard
        {...partOf("exits")}
        icon={<DoorOpen />}
        title={t("exits")}
        summary={
          <ul>
            {exits.map((rule, position) => (
              <li key={`${rule.kind}:${position.toString()}`}>{words.exit(rule)}</li>
            ))}
            {trigger.kind === "event" ? (
              exits.length === 0 && <li>{t("noExits")}</li>
            ) : (
              <li>{words.ownExit(trigger)}</li>
            )}
          </ul>
        }
        problems={problemsAt("exits")}
        figures={figures ? <ExitFigures figures={figures} /> : null}
      >
        {mayEdit ? (
          <ExitFields
            exits={exits}
            onChange={(change) => changeDefinition((now) => ({ exits: change(now.exits) }))}
          />
        ) : null}
      </EditorCard>
      {mayEdit && steps.length > 1 ? (
        <p className="mt-3 text-center text-muted-foreground text-xs max-sm:hidden">{t("keyboardHint")}</p>
      ) : null}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}

const Line = () => <span aria-hidden className="mx-auto h-5 w-px bg-border-strong" />;
