"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { clockTime } from "@/lib/domain/timing/clock-time";
import { weekdayName, weekdayOfNumber } from "@/lib/domain/timing/weekday-names";
import { useMoney } from "../../use-money";

type Refused = {
  reason: string | null;
  rule: string | null;
  seen: string | null;
  needed: string | null;
  currency?: string | null;
};

export type RefusalWords = {
  reason: string;
  rule: string | null;
  seen: string | null;
  needed: string | null;
};

const ofMoney = ["order_minimum", "budget_exhausted"];

/** A refusal in words: why, by which rule, what it saw and what it needed. */
export function useRefusalWords() {
  const t = useTranslations("redemptions");
  const wordOf = useValueWords();
  return (refused: Refused): RefusalWords => {
    const { reason, rule, seen, needed } = refused;
    return {
      reason:
        reason && t.has(`reasons.${reason}`) ? t(`reasons.${reason}` as "reasons.expired") : (reason ?? ""),
      rule: rule && (t.has(`rules.${rule}`) ? t(`rules.${rule}` as "rules.hours") : rule),
      seen: seen && wordOf(refused, seen),
      needed: needed && wordOf(refused, needed),
    };
  };
}

function useValueWords() {
  const t = useTranslations("redemptions.values");
  const format = useFormatter();
  const locale = useLocale();
  const money = useMoney();
  return ({ reason, rule, currency }: Refused, text: string): string => {
    if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return format.dateTime(new Date(text), "dateTime");
    if (rule === "weekdays")
      return text
        .split(",")
        .map((day) => weekdayName(weekdayOfNumber(Number(day)), locale, "short"))
        .join(", ");
    if (rule === "hours" && text.startsWith("[")) return hoursOf(text);
    if (ofMoney.includes(rule ?? reason ?? "") && currency) return money(Number(text), currency);
    if (rule === "account_age") return t("days", { count: Number(text) });
    if (/^\d+$/.test(text)) return format.number(Number(text));
    return t.has(text) ? t(text as "new") : text;
  };
}

function hoursOf(text: string): string {
  const spans = JSON.parse(text) as { from: number; to: number }[];
  return spans.map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`).join(", ");
}
