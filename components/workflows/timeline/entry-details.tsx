import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/display/date-time";
import { type Description, DescriptionList } from "@/components/ui/display/description-list";
import type { TimelineEntry } from "../api";
import { PayloadBlock } from "../payload-block";
import { RunErrorBlock } from "../run-error-block";
import { EntryTries } from "./entry-tries";

/** One entry of the timeline: when, what for, and what came of it. */
export function EntryDetails({ entry }: { entry: TimelineEntry }) {
  const t = useTranslations("workflows");
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <DescriptionList layout="grid" items={useFacts(entry)} />
      {entry.tries.length > 0 ? <EntryTries tries={entry.tries} /> : null}
      {entry.error && entry.tries.length === 0 ? <RunErrorBlock error={entry.error} /> : null}
      {entry.output ? (
        <PayloadBlock payload={entry.output} title={t(entry.kind === "wait" ? "eventThatCame" : "result")} />
      ) : null}
    </div>
  );
}

function useFacts({ kind, startedAt, endedAt, wait }: TimelineEntry): Description[] {
  const t = useTranslations("workflows");
  const moment = (value: Date | null) => (value ? <DateTime value={value} display="dateTime" /> : "–");
  return [
    { term: t("timeline.kind"), detail: t(`timeline.kinds.${kind}`) },
    { term: t("began"), detail: moment(startedAt) },
    { term: t("ended"), detail: moment(endedAt) },
    ...(wait?.eventName
      ? [
          {
            term: t("waitsFor"),
            detail: <code className="break-all font-mono text-xs">{wait.eventName}</code>,
          },
        ]
      : []),
    ...(wait?.match
      ? [{ term: t("where"), detail: <code className="break-all font-mono text-xs">{wait.match}</code> }]
      : []),
    ...(wait?.until
      ? [
          {
            term: t(kind === "wait" || kind === "invoke" ? "untilAtMost" : "goesOnAt"),
            detail: <DateTime value={wait.until} display="dateTime" />,
          },
        ]
      : []),
  ];
}
