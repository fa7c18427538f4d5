"use client";

import {
  Braces,
  ChevronRight,
  CirclePlay,
  Hourglass,
  type LucideIcon,
  Mail,
  Timer,
  Workflow,
} from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { StatusPill } from "@/components/ui/display/status-pill";
import type { EntryKind } from "@/lib/domain/workflows/workflow";
import type { TimelineEntry } from "../api";
import { toneOfEntry, useSpan } from "../workflow-words";
import { EntryDetails } from "./entry-details";
import { fillOf } from "./segment-fill";
import type { Row } from "./timeline-scale";

export type TimelineRowProps = { row: Row; totalMillis: number; ticks: readonly number[] };

const grid =
  "grid w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 px-4 py-2 text-left sm:grid-cols-[minmax(0,17rem)_minmax(0,1fr)_5.5rem]";

export function TimelineRow({ row, totalMillis, ticks }: TimelineRowProps) {
  const { entry } = row;
  const id = useId();
  const [open, setOpen] = useState(entry?.state === "failed" && entry.kind !== "code");
  const cells = <RowCells row={row} totalMillis={totalMillis} ticks={ticks} open={open} />;
  if (!entry) return <li className={grid}>{cells}</li>;
  return (
    <li>
      <button
        type="button"
        data-timeline-row
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className={cn(grid, "-outline-offset-2! transition-colors hover:bg-muted/60")}
      >
        {cells}
      </button>
      {open ? (
        <div id={id} className="border-t bg-muted/40 px-4 py-3.5 sm:pl-10">
          <EntryDetails entry={entry} />
        </div>
      ) : null}
    </li>
  );
}

function RowCells({ row, totalMillis, ticks, open }: TimelineRowProps & { open: boolean }) {
  const spanOf = useSpan();
  const format = useFormatter();
  const now = useNow();
  const until = row.entry?.wait?.until;
  return (
    <>
      <RowName entry={row.entry} open={open} />
      <span className="text-right text-muted-foreground text-xs tabular-nums sm:order-last">
        {row.tookMillis === null ? (until ? format.relativeTime(until, now) : "–") : spanOf(row.tookMillis)}
      </span>
      <span aria-hidden className="relative col-span-2 h-4 sm:col-span-1">
        {ticks.map((tick) => (
          <span
            key={tick}
            className="absolute inset-y-[-0.5rem] w-px bg-border/70 max-sm:hidden"
            style={{ left: `${(tick / totalMillis) * 100}%` }}
          />
        ))}
        <span className="absolute inset-x-0 top-1/2 h-px bg-border sm:hidden" />
        {row.segments.map(({ kind, from, to }) => (
          <span
            key={`${kind}-${from}`}
            className={cn("absolute inset-y-0.5 min-w-[3px] rounded-xs", fillOf[kind])}
            style={{
              left: `min(${(from / totalMillis) * 100}%, calc(100% - 3px))`,
              width: `${((to - from) / totalMillis) * 100}%`,
            }}
          />
        ))}
      </span>
    </>
  );
}

const iconOf: Record<EntryKind, LucideIcon> = {
  code: Braces,
  step: CirclePlay,
  sleep: Timer,
  wait: Mail,
  invoke: Workflow,
};

function RowName({ entry, open }: { entry: TimelineEntry | null; open: boolean }) {
  const t = useTranslations("workflows.timeline");
  const Icon = entry ? iconOf[entry.kind] : Hourglass;
  return (
    <span className="flex min-w-0 items-center gap-2 text-sm">
      <ChevronRight
        aria-hidden
        className={cn(
          "size-3.5 shrink-0 text-muted-foreground transition-transform",
          open && "rotate-90",
          !entry && "invisible",
        )}
      />
      <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <span className="min-w-0">
        <span className={cn("block truncate", entry?.name && "font-mono text-xs")}>
          {entry ? (entry.name ?? t(codeWord(entry))) : t("queue")}
        </span>
        {entry ? <span className="sr-only">{t(`kinds.${entry.kind}`)}</span> : null}
      </span>
      {entry && entry.tries.length > 0 ? (
        <span className="shrink-0 text-muted-foreground text-xs max-sm:hidden">
          {t("tries", { count: entry.tries.length })}
        </span>
      ) : null}
      {entry && entry.state !== "completed" ? (
        <StatusPill status={toneOfEntry[entry.state]} className="ml-auto">
          {t(`states.${entry.state}`)}
        </StatusPill>
      ) : null}
    </span>
  );
}

/** Of what has no name, the most that is known. */
function codeWord({ state }: TimelineEntry): "code" | "inProgress" | "next" {
  if (state === "running") return "inProgress";
  return state === "completed" || state === "failed" ? "code" : "next";
}
