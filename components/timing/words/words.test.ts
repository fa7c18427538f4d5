import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { FrequencyCap } from "@/lib/domain/timing/frequency-cap";
import { everyDay } from "@/lib/domain/timing/sending-window";
import english from "@/messages/en/timing.json" with { type: "json" };
import turkish from "@/messages/tr/timing.json" with { type: "json" };
import { capSentence } from "./cap-words";
import { recurrenceSentence } from "./recurrence-words";
import { dativeOfYear, locativeOfTime } from "./turkish-endings";
import { windowSentence } from "./window-words";
import type { Words } from "./words";

const words = {
  en: createTranslator({ locale: "en", messages: english }) as Words,
  tr: createTranslator({ locale: "tr", messages: turkish }) as Words,
};

describe("the sentence of a series", () => {
  const sentences = (rrule: string, more: { exceptDates?: string[]; time?: string; date?: string } = {}) => {
    const start = { date: more.date ?? "2026-11-30", time: more.time ?? "10:00" };
    const recurrence = { rrule, start, exceptDates: more.exceptDates ?? [] };
    return [
      recurrenceSentence(words.tr, recurrence, { place: "İstanbul", locale: "tr" }),
      recurrenceSentence(words.en, recurrence, { place: "Istanbul", locale: "en" }),
    ];
  };

  it.each([
    [
      "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261231",
      "Her pazartesi ve perşembe saat 10:00'da (İstanbul), 31 Aralık 2026'ya kadar",
      "Every Monday and Thursday at 10:00 (Istanbul) until 31 Dec 2026",
    ],
    ["FREQ=DAILY", "Her gün saat 10:00'da (İstanbul)", "Every day at 10:00 (Istanbul)"],
    ["FREQ=DAILY;INTERVAL=3", "3 günde bir saat 10:00'da (İstanbul)", "Every 3 days at 10:00 (Istanbul)"],
    [
      "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      "Hafta içi her gün saat 10:00'da (İstanbul)",
      "Every weekday at 10:00 (Istanbul)",
    ],
    [
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,MO,SU;COUNT=5",
      "2 haftada bir pazartesi, salı ve pazar saat 10:00'da (İstanbul), toplam 5 kez",
      "Every other week on Monday, Tuesday and Sunday at 10:00 (Istanbul), 5 times",
    ],
    ["FREQ=WEEKLY", "Her pazartesi saat 10:00'da (İstanbul)", "Every Monday at 10:00 (Istanbul)"],
    [
      "FREQ=MONTHLY;BYMONTHDAY=22",
      "Her ayın 22. günü saat 10:00'da (İstanbul)",
      "Every month on the 22nd at 10:00 (Istanbul)",
    ],
    [
      "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
      "Her ayın 31. günü, kısa aylarda son günü saat 10:00'da (İstanbul)",
      "Every month on the 31st or, in shorter months, the last day at 10:00 (Istanbul)",
    ],
    [
      "FREQ=MONTHLY;BYMONTHDAY=31",
      "O günü olan her ayın 31. günü saat 10:00'da (İstanbul)",
      "Every month that has it on the 31st at 10:00 (Istanbul)",
    ],
    [
      "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
      "3 ayda bir, ayın son günü saat 10:00'da (İstanbul)",
      "Every 3 months on the last day at 10:00 (Istanbul)",
    ],
    [
      "FREQ=YEARLY",
      "Her yıl 30 Kasım günü saat 10:00'da (İstanbul)",
      "Every year on 30 November at 10:00 (Istanbul)",
    ],
    [
      "FREQ=MONTHLY;BYDAY=-1FR",
      "FREQ=MONTHLY;BYDAY=-1FR kuralına göre saat 10:00'da (İstanbul)",
      "By the rule FREQ=MONTHLY;BYDAY=-1FR at 10:00 (Istanbul)",
    ],
  ])("of %s", (rrule, tr, en) => {
    expect(sentences(rrule)).toEqual([tr, en]);
  });

  it("names the dates that are left out, in their order", () => {
    expect(sentences("FREQ=DAILY", { exceptDates: ["2027-01-01", "2026-12-25"] })).toEqual([
      "Her gün saat 10:00'da (İstanbul); 25 Aralık 2026 ve 1 Ocak 2027 hariç",
      "Every day at 10:00 (Istanbul), except on 25 Dec 2026 and 1 Jan 2027",
    ]);
  });
});

describe("Turkish endings follow the number as it is said", () => {
  it.each([
    ["00:00", "da"],
    ["08:00", "de"],
    ["09:00", "da"],
    ["13:00", "te"],
    ["20:00", "de"],
    ["10:05", "te"],
    ["10:10", "da"],
    ["10:15", "te"],
    ["10:20", "de"],
    ["10:30", "da"],
    ["10:40", "ta"],
    ["10:50", "de"],
  ])("%s'%s", (time, ending) => expect(locativeOfTime(time)).toBe(ending));

  it.each([
    ["2026", "ya"],
    ["2027", "ye"],
    ["2028", "e"],
    ["2029", "a"],
    ["2030", "a"],
    ["2032", "ye"],
    ["2040", "a"],
    ["2050", "ye"],
    ["2100", "e"],
  ])("%s'%s kadar", (year, ending) => expect(dativeOfYear(`${year}-12-31`)).toBe(ending));
});

describe("the sentence of sending hours", () => {
  const both = (window: Parameters<typeof windowSentence>[1]) => [
    windowSentence(words.tr, window, "tr"),
    windowSentence(words.en, window, "en"),
  ];

  it("is short where all days are the same", () => {
    expect(both(everyDay("09:00", "21:00"))).toEqual(["Her gün 09:00–21:00", "Every day 09:00–21:00"]);
  });

  it("joins neighbouring days, names closed ones and says what reaches past midnight", () => {
    const window = {
      ...everyDay("09:00", "18:30"),
      fri: { from: "22:00", to: "02:00" },
      sat: null,
      sun: null,
    };
    expect(both(window)).toEqual([
      "Pzt–Per 09:00–18:30, Cum 22:00–ertesi gün 02:00; Cmt–Paz kapalı",
      "Mon–Thu 09:00–18:30, Fri 22:00–02:00 next day; Sat–Sun closed",
    ]);
  });
});

describe("the sentence of a frequency cap", () => {
  const cap: FrequencyCap = {
    id: "a",
    limit: 3,
    period: { kind: "calendar", unit: "day" },
    channels: null,
    categories: ["marketing"],
    whenFull: "skip",
  };
  const both = (given: FrequencyCap) =>
    (["tr", "en"] as const).map((locale) =>
      capSentence({ t: words[locale], channelName: (channel) => channel.toUpperCase(), locale }, given),
    );

  it("says how many, in what time, through what, and what becomes of one more", () => {
    expect(both(cap)).toEqual([
      "Günde tüm kanallardan toplam en çok 3 ileti; fazlası gönderilmez.",
      "At most 3 messages a day through all channels together; one more is left out.",
    ]);
    const rolling = { kind: "rolling", hours: 48 } as const;
    const channels: FrequencyCap["channels"] = ["sms", "email"];
    expect(both({ ...cap, limit: 1, period: rolling, channels, whenFull: "defer" })).toEqual([
      "Herhangi bir 48 saat içinde SMS ve EMAIL üzerinden en çok 1 ileti; fazlası yer açılana dek bekler.",
      "At most 1 message in any 48 hours through SMS and EMAIL; one more waits until there is room.",
    ]);
  });
});
