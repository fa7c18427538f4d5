import type { Recurrence } from "@/lib/domain/timing/recurrence/occurrences";
import { formOfRule, type RecurrenceForm } from "@/lib/domain/timing/recurrence/recurrence-form";
import { type Weekday, weekdays } from "@/lib/domain/timing/sending-window";
import { weekdayInSentence, weekdayOfDate } from "@/lib/domain/timing/weekday-names";
import { dayText, listText, yearDayText } from "./language-of-dates";
import { dativeOfYear, locativeOfTime } from "./turkish-endings";
import type { Words } from "./words";

export type Place = {
  /** The city of the zone, or whose clock it is. */
  place: string;
  locale: string;
};

/** "Every Monday and Thursday at 10:00 (Istanbul) until 31 Dec 2026", in the language of the words. */
export function recurrenceSentence(t: Words, recurrence: Recurrence, { place, locale }: Place): string {
  const { rrule, start, exceptDates } = recurrence;
  const form = formOfRule(rrule);
  const every = form ? everyText(t, form, start.date, locale) : t("sentence.custom", { rule: rrule });
  const at = { every, place, time: start.time, ending: locativeOfTime(start.time) };
  const sentence = withEnd(t, at, form?.ends ?? { kind: "never" }, locale);
  if (exceptDates.length === 0) return sentence;
  const dates = exceptDates.toSorted().map((date) => dayText(date, locale));
  return t("sentence.except", { sentence, dates: listText(dates, locale) });
}

function everyText(t: Words, form: RecurrenceForm, firstDate: string, locale: string): string {
  const { frequency, interval } = form;
  switch (frequency) {
    case "daily":
      return t("sentence.daily", { interval });
    case "weekly":
      return weeklyText(t, form, firstDate, locale);
    case "monthly":
      return monthlyText(t, form);
    case "yearly":
      return t("sentence.yearly", { interval, date: yearDayText(firstDate, locale) });
  }
}

const workdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];

function weeklyText(t: Words, { interval, weekdays: chosen }: RecurrenceForm, first: string, locale: string) {
  const days = chosen.length > 0 ? weekdays.filter((day) => chosen.includes(day)) : [weekdayOfDate(first)];
  if (interval === 1 && days.length === weekdays.length) return t("sentence.daily", { interval });
  if (interval === 1 && days.join() === workdays.join()) return t("sentence.workdays");
  const names = days.map((day) => weekdayInSentence(day, locale));
  return t("sentence.weekly", { interval, days: listText(names, locale) });
}

function monthlyText(t: Words, { interval, monthDay, shortMonth }: RecurrenceForm): string {
  if (monthDay === "last") return t("sentence.monthlyLast", { interval });
  const isInEveryMonth = monthDay <= 28;
  const key = isInEveryMonth ? "monthly" : shortMonth === "last_day" ? "monthlyOrLast" : "monthlyOrSkip";
  return t(`sentence.${key}`, { interval, day: monthDay });
}

type At = { every: string; place: string; time: string; ending: string };

function withEnd(t: Words, at: At, ends: RecurrenceForm["ends"], locale: string): string {
  if (ends.kind === "count") return t("sentence.count", { ...at, count: ends.count });
  if (ends.kind === "never") return t("sentence.never", at);
  const { until } = ends;
  return t("sentence.until", { ...at, date: dayText(until, locale), dateEnding: dativeOfYear(until) });
}
