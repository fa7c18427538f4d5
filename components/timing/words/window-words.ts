import { type DaySpan, type SendingWindow, type Weekday, weekdays } from "@/lib/domain/timing/sending-window";
import { weekdayName } from "@/lib/domain/timing/weekday-names";
import { listText } from "./language-of-dates";
import type { Words } from "./words";

export const isOvernight = ({ from, to }: DaySpan): boolean => to <= from;

type Stretch = { first: Weekday; last: Weekday; span: DaySpan | null };

/** "Mon–Fri 09:00–21:00, Sat 10:00–18:00; Sun closed", in the language of the words. */
export function windowSentence(t: Words, window: SendingWindow, locale: string): string {
  const stretches = stretchesOf(window);
  const [only] = stretches;
  if (stretches.length === 1 && only?.span) return t("window.everyDay", { span: spanText(t, only.span) });
  const open = stretches.flatMap(({ span, ...days }) =>
    span ? [t("window.on", { days: daysText(days, locale), span: spanText(t, span) })] : [],
  );
  const closed = stretches.flatMap(({ span, ...days }) => (span ? [] : [daysText(days, locale)]));
  const openText = open.join(", ");
  return closed.length === 0
    ? openText
    : t("window.closedOn", { open: openText, days: listText(closed, locale) });
}

function stretchesOf(window: SendingWindow): Stretch[] {
  const stretches: Stretch[] = [];
  for (const day of weekdays) {
    const before = stretches.at(-1);
    if (before && isSame(before.span, window[day])) before.last = day;
    else stretches.push({ first: day, last: day, span: window[day] });
  }
  return stretches;
}

const isSame = (left: DaySpan | null, right: DaySpan | null): boolean =>
  left?.from === right?.from && left?.to === right?.to;

function daysText({ first, last }: { first: Weekday; last: Weekday }, locale: string): string {
  const name = (day: Weekday) => weekdayName(day, locale, "short");
  return first === last ? name(first) : `${name(first)}–${name(last)}`;
}

function spanText(t: Words, span: DaySpan): string {
  if (span.from === span.to && span.from === "00:00") return t("window.wholeDay");
  return t(isOvernight(span) ? "window.overnight" : "window.span", span);
}
