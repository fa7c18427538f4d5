"use client";

import { Clock, RotateCw } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { cn } from "@/components/ui/cn";
import { Badge } from "@/components/ui/display/badge";
import { Callout } from "@/components/ui/feedback/callout";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { offsetOf } from "@/lib/browser/time-zones";
import type { Occurrence, Recurrence } from "@/lib/domain/timing/recurrence/occurrences";
import { isUsableRecurrence } from "@/lib/domain/timing/recurrence/usable-recurrence";
import { useOccurrences } from "../api";

export type OccurrenceListProps = { workspace: string; recurrence: Recurrence; timeZone: string };

/** The next dates, with what a change of the clocks does to them. */
export function OccurrenceList({ workspace, recurrence, timeZone }: OccurrenceListProps) {
  const t = useTranslations("timing.occurrences");
  const query = useOccurrences(workspace, recurrence, timeZone);
  if (!isUsableRecurrence(recurrence))
    return <p className="text-muted-foreground text-sm">{t("unfinished")}</p>;
  if (query.isError)
    return (
      <Callout
        tone="danger"
        actions={
          <Button size="sm" icon={<RotateCw aria-hidden />} onClick={() => void query.refetch()}>
            {t("retry")}
          </Button>
        }
      >
        {t("failed")}
      </Callout>
    );
  const found = query.data?.occurrences;
  if (!found) return <Skeleton className="h-36 w-full" />;
  if (found.length === 0) return <Callout tone="warning">{t("none")}</Callout>;
  return (
    <ol
      aria-label={t("title")}
      aria-busy={!query.isSettled}
      className={cn("divide-y text-sm tabular-nums transition-opacity", !query.isSettled && "opacity-60")}
    >
      {found.map((occurrence, position) => (
        <Row
          key={occurrence.at.getTime()}
          occurrence={occurrence}
          before={found[position - 1]}
          timeZone={timeZone}
        />
      ))}
    </ol>
  );
}

type RowProps = { occurrence: Occurrence; before: Occurrence | undefined; timeZone: string };

function Row({ occurrence: { at, wall, clockChange }, before, timeZone }: RowProps) {
  const t = useTranslations("timing.occurrences");
  const format = useFormatter();
  const locale = useLocale();
  const offset = offsetOf(timeZone, locale, at);
  const hasNewOffset = before !== undefined && offsetOf(timeZone, locale, before.at) !== offset;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="min-w-0 grow basis-52">
        {format.dateTime(at, {
          weekday: "long",
          day: "numeric",
          month: "long",
          year: "numeric",
          hour: "numeric",
          minute: "2-digit",
          timeZone,
        })}
      </span>
      {hasNewOffset ? (
        <Badge>
          <Clock aria-hidden className="size-3" />
          {t("newOffset", { offset })}
        </Badge>
      ) : null}
      {clockChange ? (
        <span className="basis-full text-warning text-xs">{t(clockChange, { time: wall.time })}</span>
      ) : null}
    </li>
  );
}
