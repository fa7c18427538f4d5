import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import english from "@/messages/en/offers.json" with { type: "json" };
import turkish from "@/messages/tr/offers.json" with { type: "json" };
import { weekdayInSentence } from "../../../timing/weekday-names";
import { type OfferFields, offerDefaults } from "../offer-fields";
import { offerSentenceOf } from "./offer-sentence";
import { sayOffer } from "./say-offer";

const messages = { en: english, tr: turkish };

const say = (locale: "en" | "tr", change: Partial<OfferFields>, planName: string | null = null) => {
  const fields: OfferFields = {
    ...offerDefaults,
    periodLimits: [],
    stacksWith: [],
    name: "x",
    kind: "percent",
    discountBasisPoints: 1_550,
    startsAt: new Date("2026-12-01T06:00:00Z"),
    timeZone: "Europe/Istanbul",
    ...change,
  };
  const translate = createTranslator({ locale, messages: messages[locale], namespace: "sentence" });
  const format = createFormatter({ locale, timeZone: "UTC" });
  return sayOffer(offerSentenceOf(fields, planName), {
    say: (key, values) => translate(key as never, values as never),
    number: (value, options) => format.number(value, options as never),
    date: (value, options) => format.dateTime(value, options as never),
    list: (values) => format.list(values, { type: "conjunction" }),
    weekday: (day) => weekdayInSentence(day, locale),
  }).replaceAll("\u202f", " ");
};

const full: Partial<OfferFields> = {
  kind: "membership",
  planId: "p",
  discountBasisPoints: null,
  durationMonths: 12,
  currency: "TRY",
  usesMax: 1_000,
  usesPerCodeMax: 2,
  periodLimits: [{ scope: "contact", period: "week", max: 1 }],
  budgetMinor: 5_000_050,
  lastDay: "2026-12-05",
  endsAt: new Date("2026-12-05T21:00:00Z"),
  weekdays: [1, 5],
  hours: [{ from: 540, to: 1_260 }],
  restrictions: {
    version: 1,
    domains: ["company.com", "*.tech.com"],
    userTypes: ["new"],
    accountAgeDaysMin: 30,
    firstPurchaseOnly: true,
    segment: { and: [] },
    orderMinorMin: 25_000,
    holderOnly: true,
  },
  stackingClass: "gift",
  stacksWith: ["shipping"],
  reversal: "never",
};

describe("the sentence of an offer", () => {
  it("says everything in English", () => {
    expect(say("en", full, "Gold")).toBe(
      "12 months of Gold: once per person; twice per code; 1,000 times in all; once a week per person; until ₺50,000.50 are given away; " +
        "from Dec 1, 2026, 9:00 AM; through Dec 5, 2026; on Monday and Friday; at 09:00–21:00; " +
        "for e-mail addresses at company.com and *.tech.com; for new people; for people known for 30 days or longer; on the first purchase; " +
        "for people of a segment; on orders of ₺250 or more; only for whom a code was given to; combines with shipping; cannot be taken back.",
    );
  });

  it("says everything in Turkish", () => {
    expect(say("tr", full, "Altın")).toBe(
      "12 ay Altın: kişi başına 1 kez; kod başına 2 kez; toplam 1.000 kez; kişi başına haftada 1 kez; ₺50.000,50 dağıtılana kadar; " +
        "başlangıç 1 Ara 2026 9:00; son gün 5 Ara 2026; yalnızca pazartesi ve cuma; saat 09:00–21:00; " +
        "e-postası company.com ve *.tech.com olanlara; yeni kişilere; en az 30 gündür tanınanlara; ilk alışverişte; " +
        "bir segmentteki kişilere; ₺250 ve üstü siparişlerde; yalnızca kodun verildiği kişiye; birleştiği sınıflar: shipping; geri alınamaz.",
    );
  });

  it.each<[string, Partial<OfferFields>, string, string]>([
    ["a percentage", {}, "15.5% off", "%15,5 indirim"],
    [
      "one with a cap",
      { discountMinorMax: 10_000, currency: "EUR" },
      "15.5% off, €100 at most",
      "%15,5 indirim, en çok €100",
    ],
    [
      "yen, which have no cents",
      { kind: "fixed", discountMinor: 500, currency: "JPY" },
      "¥500 off",
      "¥500 indirim",
    ],
    ["a trial", { kind: "membership", durationDays: 14 }, "14 days of Gold", "14 gün Gold"],
    ["what never ends", { kind: "membership", planId: "p" }, "Gold for ever", "süresiz Gold"],
    ["no share that nobody chose", { discountBasisPoints: null }, "… off", "… indirim"],
    ["no amount that nobody chose", { kind: "fixed", currency: "EUR" }, "… off", "… indirim"],
    ["no term of a plan that nobody chose", { kind: "membership" }, "A membership", "Üyelik"],
  ])("says %s", (_, change, inEnglish, inTurkish) => {
    expect(say("en", change, "Gold").split(": ")[0]).toBe(inEnglish);
    expect(say("tr", change, "Gold").split(": ")[0]).toBe(inTurkish);
  });

  it("says that there is no limit", () => {
    expect(say("en", { usesPerContactMax: null })).toContain("as often as anybody likes in all");
    expect(say("tr", { usesPerContactMax: null })).toContain("toplamda sınırsız");
  });
});
