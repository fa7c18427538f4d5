import { shippedTemplate } from "./shipped-template";

export const weekendTemplates = [
  shippedTemplate({
    number: 201,
    name: { tr: "Hafta sonu fırsatı", en: "Weekend deal" },
    channel: "web_push",
    category: "weekend",
    tr: {
      title: "Hafta sonu fırsatları başladı",
      body: "Cuma 18.00’den pazar gece yarısına kadar seçili ürünlerde %30’a varan indirim.",
      deepLink: "https://example.com/hafta-sonu",
      actions: [{ id: "open", title: "Fırsatları gör", url: "https://example.com/hafta-sonu" }],
    },
    en: {
      title: "The weekend deals are live",
      body: "Up to 30% off selected products, from Friday 6 pm until midnight on Sunday.",
      deepLink: "https://example.com/weekend",
      actions: [{ id: "open", title: "See the deals", url: "https://example.com/weekend" }],
    },
  }),
  shippedTemplate({
    number: 202,
    name: { tr: "Cumartesi kahvesi", en: "Saturday coffee" },
    channel: "app_push",
    category: "weekend",
    tr: {
      title: 'Günaydın {{ first_name | default: "kahvesever" }} ☕',
      body: 'Bugün ikinci kahve bizden. {{ city | default: "Size en yakın" }} mağazamıza 11.00’e kadar uğrayın.',
      deepLink: "/stores",
    },
    en: {
      title: 'Good morning {{ first_name | default: "coffee lover" }} ☕',
      body: 'Your second coffee is on us today. Drop by our {{ city | default: "nearest" }} store before 11 am.',
      deepLink: "/stores",
    },
  }),
  shippedTemplate({
    number: 203,
    name: { tr: "Hafta sonu bülteni", en: "Weekend digest" },
    channel: "telegram",
    category: "weekend",
    tr: {
      title: "Bu hafta sonu neler var?",
      body: 'Merhaba {{ first_name | default: "değerli müşterimiz" }}, hafta sonu için üç önerimiz var:\n\n• Cumartesi 12.00: canlı ürün tanıtımı\n• Pazar boyunca ücretsiz kargo\n• Yeni koleksiyona erken erişim',
      actions: [{ id: "open", title: "Ayrıntılar", url: "https://example.com/hafta-sonu" }],
    },
    en: {
      title: "What’s on this weekend?",
      body: 'Hello {{ first_name | default: "there" }}, three things for your weekend:\n\n• Saturday at noon: a live product tour\n• Free delivery all Sunday\n• Early access to the new collection',
      actions: [{ id: "open", title: "Details", url: "https://example.com/weekend" }],
    },
  }),
  shippedTemplate({
    number: 204,
    name: { tr: "Pazar ücretsiz kargo", en: "Free delivery Sunday" },
    channel: "sms",
    category: "weekend",
    tr: {
      body: "Bugun tum siparislerde kargo ucretsiz! Gece yarisina kadar gecerli: https://example.com/k Cikmak icin RET yazin.",
    },
    en: {
      body: "Free delivery on every order today, until midnight: https://example.com/k Reply STOP to opt out.",
    },
  }),
];
