"use client";

import { useNow, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { Card } from "@/components/ui/display/card";
import { useClock } from "@/lib/browser/use-clock";
import type { WorkflowRunDetail } from "../api";
import { useSpan } from "../workflow-words";
import { TimelineLegend } from "./timeline-legend";
import { TimelineRow } from "./timeline-row";
import { layOut, ticksOf } from "./timeline-scale";

const tickMillis = 1_000;

/** What a run did, did again and waited for, to the scale of its time; each row opens to its details. */
export function RunTimeline({ run }: { run: WorkflowRunDetail }) {
  const t = useTranslations("workflows");
  const list = useRef<HTMLOListElement>(null);
  const now = useClock(tickMillis, useNow());
  const { rows, totalMillis } = layOut(run, now);
  const ticks = ticksOf(totalMillis);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("[data-timeline-row]") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[at + step]?.focus();
  };

  return (
    <Card title={t("timeline.title")} description={t("timeline.hint")} actions={<TimelineLegend />} flush>
      {run.entriesLeftOut > 0 ? (
        <p className="border-t px-4 py-2 text-muted-foreground text-sm">
          {t("timeline.leftOut", { count: run.entriesLeftOut })}
        </p>
      ) : null}
      <Axis ticks={ticks} totalMillis={totalMillis} />
      <ol ref={list} onKeyDown={move} className="divide-y border-t">
        {rows.map((row) => (
          <TimelineRow key={row.key} row={row} totalMillis={totalMillis} ticks={ticks} />
        ))}
      </ol>
    </Card>
  );
}

function Axis({ ticks, totalMillis }: { ticks: readonly number[]; totalMillis: number }) {
  const spanOf = useSpan();
  return (
    <div
      aria-hidden
      className="hidden grid-cols-[minmax(0,17rem)_minmax(0,1fr)_5.5rem] gap-4 border-t px-4 py-1.5 text-subtle-foreground text-xs sm:grid"
    >
      <span />
      <span className="relative h-4">
        {ticks.map((tick) => (
          <span
            key={tick}
            className="absolute whitespace-nowrap tabular-nums"
            style={{ left: `${(tick / totalMillis) * 100}%` }}
          >
            {tick === 0 ? "0" : spanOf(tick)}
          </span>
        ))}
      </span>
      <span />
    </div>
  );
}
