"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Step } from "@/lib/domain/automations/definition";
import type { AutomationFigures } from "../api";

type Figure = { name: string; people: number; href?: string | undefined };

export type StepFiguresProps = {
  figures: AutomationFigures;
  step: Pick<Step, "id" | "kind">;
  /** Leads to who waits there. */
  href: string;
};

/** How many people are at a step and what became of the others, live. */
export function StepFigures({ figures, step, href }: StepFiguresProps) {
  const t = useTranslations("automations.figures");
  const { id, kind } = step;
  const waiting = figures.waiting.find(({ stepId }) => stepId === id)?.people ?? 0;
  const passed = (...outcomes: string[]) =>
    figures.passed
      .filter(({ stepId, outcome }) => stepId === id && outcomes.includes(outcome))
      .reduce((sum, { people }) => sum + people, 0);
  const here: Figure = { name: t("waiting"), people: waiting, href: waiting > 0 ? href : undefined };
  if (kind === "condition")
    return (
      <FigureRow
        figures={[
          { name: t("met"), people: passed("met") },
          { name: t("notMet"), people: passed("not_met") },
        ]}
      />
    );
  if (kind !== "message")
    return <FigureRow figures={[here, { name: t("passed"), people: passed("waited") }]} />;
  const message = figures.messages.find(({ stepId }) => stepId === id);
  const { sent = 0, delivered = 0, opened = 0, clicked = 0, failed = 0, skipped = 0 } = message ?? {};
  const unreachable = passed("unreachable");
  return (
    <FigureRow
      figures={[
        ...(waiting > 0 ? [here] : []),
        { name: t("sent"), people: sent },
        { name: t("delivered"), people: delivered },
        { name: t("opened"), people: opened },
        { name: t("clicked"), people: clicked },
        ...(skipped > 0 ? [{ name: t("skipped"), people: skipped }] : []),
        ...(failed > 0 ? [{ name: t("failed"), people: failed }] : []),
        ...(unreachable > 0 ? [{ name: t("unreachable"), people: unreachable }] : []),
      ]}
    />
  );
}

/** Of the trigger: who came in, and who waits there before the first step. */
export function TriggerFigures({ figures }: { figures: AutomationFigures }) {
  const t = useTranslations("automations.figures");
  const waiting = figures.waiting.find(({ stepId }) => stepId === null)?.people ?? 0;
  const entered = figures.passed
    .filter(({ stepId, outcome }) => stepId === null && outcome === "entered")
    .reduce((sum, { people }) => sum + people, 0);
  return (
    <FigureRow
      figures={[
        { name: t("entered"), people: entered },
        ...(waiting > 0 ? [{ name: t("waiting"), people: waiting }] : []),
      ]}
    />
  );
}

export function ExitFigures({ figures }: { figures: AutomationFigures }) {
  const t = useTranslations("automations.figures");
  const left = figures.exits.reduce((sum, { people }) => sum + people, 0);
  return <FigureRow figures={[{ name: t("exited"), people: left }]} />;
}

function FigureRow({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs lg:justify-end">
      {figures.map(({ name, people, href }) => (
        <div key={name} className="flex items-baseline gap-1.5">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="font-medium tabular-nums">
            <Count people={people} href={href} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Count({ people, href }: Pick<Figure, "people" | "href">): ReactNode {
  const format = useFormatter();
  const text = format.number(people, "integer");
  if (!href) return text;
  return (
    <Link href={href} className="underline underline-offset-4">
      {text}
    </Link>
  );
}
