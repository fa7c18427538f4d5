"use client";

import { ArrowDown, ArrowUp, Copy, Ellipsis, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { isTyping } from "@/components/layout/shortcut-keys";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import type { Step } from "@/lib/domain/automations/definition";
import type { AutomationFigures, AutomationProblem } from "../api";
import { stepIcons } from "../words/icons";
import { StepSentence } from "../words/step-sentence";
import { EditorCard } from "./editor-card";
import { StepFields } from "./step-fields";
import { StepFigures } from "./step-figures";
import type { StepActs } from "./use-step-acts";

export type StepCardProps = {
  step: Step;
  number: number;
  total: number;
  isOpen: boolean;
  onToggle: () => void;
  problems: readonly AutomationProblem[];
  figures: AutomationFigures | undefined;
  /** Leads to who waits there. */
  href: string;
  /** Absent where the person may only look. */
  acts: StepActs | undefined;
};

export function StepCard(props: StepCardProps) {
  const { step, number, total, isOpen, onToggle, problems, figures, href, acts } = props;
  const t = useTranslations("automations.editor");
  const Icon = stepIcons[step.kind];
  const title = t("stepTitle", { number, kind: t(`kinds.${step.kind}`) });
  const handleKeyDown = (event: KeyboardEvent) => {
    if (!acts || !event.altKey || isTyping(event.target)) return;
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    acts.move(step.id, event.key === "ArrowUp" ? "up" : "down");
  };
  return (
    <EditorCard
      anchor={step.id}
      icon={<Icon />}
      title={title}
      summary={<StepSentence step={step} />}
      isOpen={isOpen}
      onToggle={onToggle}
      problems={problems}
      figures={figures ? <StepFigures figures={figures} step={step} href={href} /> : null}
      isReadOnly={acts === undefined}
      onKeyDown={handleKeyDown}
      actions={acts ? <StepActions step={step} title={title} place={{ number, total }} acts={acts} /> : null}
    >
      {acts ? (
        <StepFields step={step} acts={acts} />
      ) : step.kind === "message" ? (
        <StepFields step={step} acts={undefined} />
      ) : null}
    </EditorCard>
  );
}

type StepActionsProps = {
  step: Step;
  title: string;
  place: { number: number; total: number };
  acts: StepActs;
};

function StepActions({ step: { id }, title, place, acts }: StepActionsProps) {
  const t = useTranslations("automations.editor");
  return (
    <>
      <IconButton
        icon={<ArrowUp />}
        label={t("moveUp", { step: title })}
        disabled={place.number === 1}
        focusableWhenDisabled
        onClick={() => acts.move(id, "up")}
      />
      <IconButton
        icon={<ArrowDown />}
        label={t("moveDown", { step: title })}
        disabled={place.number === place.total}
        focusableWhenDisabled
        onClick={() => acts.move(id, "down")}
      />
      <Menu trigger={<IconButton icon={<Ellipsis />} label={t("more", { step: title })} />}>
        <MenuItem icon={<Copy />} onClick={() => acts.duplicate(id)}>
          {t("duplicate")}
        </MenuItem>
        <MenuItem icon={<Trash2 />} danger onClick={() => acts.remove(id)}>
          {t("remove")}
        </MenuItem>
      </Menu>
    </>
  );
}
