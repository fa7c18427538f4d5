import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import type { TimelineEntry } from "../api";
import { RunErrorBlock } from "../run-error-block";
import { useSpan } from "../workflow-words";

type Try = TimelineEntry["tries"][number];

/** Each try of a step, with what it threw; the last one is open. */
export function EntryTries({ tries }: { tries: readonly Try[] }) {
  const t = useTranslations("workflows.timeline");
  return (
    <section>
      <h3 className="mb-1.5 text-muted-foreground text-sm">{t("triesTitle")}</h3>
      <ol className="divide-y rounded-lg border bg-card">
        {tries.map((one, position) => (
          <li key={`${one.startedAt?.toISOString()} ${one.endedAt?.toISOString()}`}>
            <TryLine number={position + 1} one={one} isLast={position === tries.length - 1} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function TryLine({ number, one, isLast }: { number: number; one: Try; isLast: boolean }) {
  const t = useTranslations("workflows.timeline");
  const { error, hasProcessDied, endedAt } = one;
  const status = error || hasProcessDied ? "failed" : endedAt ? "done" : "active";
  const word = hasProcessDied ? "died" : error ? "threw" : endedAt ? "worked" : "goesOn";
  const line = (
    <>
      <span className="font-medium tabular-nums">{t("try", { number })}</span>
      <StatusPill status={status}>{t(word)}</StatusPill>
      <TryTime one={one} />
      {error ? <span className="min-w-0 flex-1 truncate text-muted-foreground">{error.message}</span> : null}
    </>
  );
  const className = "flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-xs";
  if (!error) return <p className={`${className} pl-9.5`}>{line}</p>;
  return (
    <details className="group" open={isLast}>
      <summary
        className={`${className} cursor-pointer list-none rounded-lg [&::-webkit-details-marker]:hidden`}
      >
        <ChevronRight aria-hidden className="size-3.5 shrink-0 transition-transform group-open:rotate-90" />
        {line}
      </summary>
      <div className="px-3 pb-3">
        <RunErrorBlock error={error} />
      </div>
    </details>
  );
}

function TryTime({ one: { startedAt, endedAt } }: { one: Try }) {
  const spanOf = useSpan();
  return (
    <span className="text-muted-foreground tabular-nums">
      {startedAt ? <DateTime value={startedAt} display="dateTime" /> : null}
      {startedAt && endedAt ? ` · ${spanOf(endedAt.getTime() - startedAt.getTime())}` : null}
    </span>
  );
}
