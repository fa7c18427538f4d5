import { clockTime } from "../../../timing/clock-time";
import type { Weekday } from "../../../timing/sending-window";
import { weekdayOfNumber } from "../../../timing/weekday-names";
import { fractionDigitsOf, toMajor } from "../../money/money";
import type { HourSpan } from "../offer";
import type { OfferSentence, SentencePart, SentenceValue } from "./offer-sentence";

/** What next-intl gives, in a component and out of one. */
export type SentenceTongue = {
  say: (key: string, values: Record<string, string | number>) => string;
  number: (value: number, options: Intl.NumberFormatOptions) => string;
  date: (value: Date, options: Intl.DateTimeFormatOptions) => string;
  list: (values: readonly string[]) => string;
  weekday: (day: Weekday) => string;
};

/** The sentence in a reader's language. */
export function sayOffer({ grant, rules }: OfferSentence, tongue: SentenceTongue): string {
  const words = rules.map((rule) => sayPart(rule, tongue));
  return tongue.say("whole", { grant: sayPart(grant, tongue), rules: words.join("; ") });
}

/** The grant alone, for where there is little room. */
export const sayPart = ({ key, values }: SentencePart, tongue: SentenceTongue): string =>
  tongue.say(
    key,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayValue(value, tongue)])),
  );

export function moneyFormat(currency: string, minor: number): Intl.NumberFormatOptions {
  const digits = fractionDigitsOf(currency);
  const isWhole = minor % 10 ** digits === 0;
  return {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: isWhole ? 0 : digits,
  };
}

function sayValue(value: SentenceValue, tongue: SentenceTongue): string | number {
  if (value.kind === "hours") return tongue.list(value.value.map(sayHours));
  if (value.kind === "number") return value.value;
  if (value.kind === "text") return value.value;
  if (value.kind === "list") return tongue.list(value.value);
  if (value.kind === "basisPoints") {
    return tongue.number(value.value / 10_000, { style: "percent", maximumFractionDigits: 2 });
  }
  if (value.kind === "money") {
    return tongue.number(toMajor(value.value, value.currency), moneyFormat(value.currency, value.value));
  }
  if (value.kind === "day")
    return tongue.date(new Date(`${value.value}T00:00:00Z`), { ...day, timeZone: "UTC" });
  if (value.kind === "moment") {
    const { timeZone } = value;
    return tongue.date(value.value, { ...day, hour: "numeric", minute: "2-digit", timeZone });
  }
  return tongue.list(value.value.map((at) => tongue.weekday(weekdayOfNumber(at))));
}

const day: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };

const sayHours = ({ from, to }: HourSpan): string => `${clockTime(from)}–${clockTime(to)}`;
