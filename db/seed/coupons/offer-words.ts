import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";

export const demoOfferKeys = [
  "trial",
  "yearly",
  "weekend",
  "basket",
  "vip",
  "autumn",
  "newYear",
  "monthly",
  "quarterly",
  "summer",
] as const;

export type DemoOfferKey = (typeof demoOfferKeys)[number];

type Words = { name: string; description: string; code?: string };

/** What the offers are called. One with a code here has that one code, the others have batches. */
export const demoOfferWords: Record<InterfaceLocale, Record<DemoOfferKey, Words>> = {
  en: {
    trial: { name: "Fourteen days on us", description: "Cards that partner cafés hand out at the till." },
    yearly: {
      name: "Twelve months for nine",
      description: "For people who know us: a code in their message.",
    },
    weekend: {
      name: "Weekend 20 %",
      description: "Saturdays and Sundays, from nine in the morning.",
      code: "WEEKEND20",
    },
    basket: {
      name: "5 dollars off the basket",
      description: "From 20 dollars, while the budget lasts.",
      code: "BASKET5",
    },
    vip: { name: "Founders' card", description: "Forty cards for the first forty. They are gone." },
    autumn: { name: "Autumn beans 15 %", description: "Ended with October." },
    newYear: { name: "Happy New Year", description: "Begins with the holidays.", code: "NEWYEAR" },
    monthly: { name: "A month to come back", description: "For those who left." },
    quarterly: { name: "Loyal for a quarter", description: "Not decided yet." },
    summer: { name: "Summer 10 %", description: "Last summer's first purchases.", code: "SUMMER10" },
  },
  tr: {
    trial: { name: "14 gün bizden", description: "Anlaşmalı mağazaların kasada verdiği kartlar." },
    yearly: { name: "Dokuz ay öde, bir yıl kullan", description: "Bizi tanıyanlara, iletilerindeki kodla." },
    weekend: {
      name: "Hafta sonu %20",
      description: "Cumartesi ve pazar, sabah dokuzdan itibaren.",
      code: "HAFTASONU20",
    },
    basket: {
      name: "Sepette 50 lira",
      description: "300 liradan başlayan sepetlerde, bütçe bitene kadar.",
      code: "SEPET50",
    },
    vip: { name: "Kurucu kartı", description: "İlk kırk kişiye kırk kart. Hepsi bitti." },
    autumn: { name: "Sonbahar tezgâhı %15", description: "Ekim sonunda bitti." },
    newYear: { name: "Yeni yıl hediyesi", description: "Yılbaşı haftasında başlar.", code: "YENİYIL" },
    monthly: { name: "Dönenlere bir ay", description: "Bizden ayrılanlar için." },
    quarterly: { name: "Sadıklara üç ay", description: "Henüz karar verilmedi." },
    summer: { name: "Yaz %10", description: "Geçen yazın ilk alışverişleri.", code: "YAZ10" },
  },
};
