import { emailHtml } from "./email-html";
import { shippedTemplate } from "./shipped-template";

export const festiveTemplates = [
  shippedTemplate({
    number: 101,
    name: { tr: "Bayram kutlaması", en: "Holiday greeting" },
    channel: "app_push",
    category: "festive",
    tr: {
      title: '{{ first_name | default: "Merhaba" }}, iyi bayramlar 🎉',
      body: "Sevdiklerinizle huzurlu, neşeli bir bayram dileriz. Küçük bir bayram sürprizimiz uygulamada sizi bekliyor.",
      deepLink: "/",
      actions: [{ id: "open", title: "Sürprizi gör", url: "/" }],
    },
    en: {
      title: '{{ first_name | default: "Hello" }}, happy holidays 🎉',
      body: "We wish you a calm and joyful time with the people you love. A small holiday surprise is waiting in the app.",
      deepLink: "/",
      actions: [{ id: "open", title: "See the surprise", url: "/" }],
    },
  }),
  shippedTemplate({
    number: 102,
    name: { tr: "Yılbaşı indirimi", en: "New Year offer" },
    channel: "email",
    category: "festive",
    tr: {
      title: '{{ first_name | default: "Merhaba" }}, yeni yıl hediyeniz hazır',
      subtitle: "31 Aralık gece yarısına kadar tüm siparişlerde %20 indirim.",
      html: emailHtml({
        language: "tr",
        accent: "#0f766e",
        heading: "Yeni yıla birlikte girelim",
        paragraphs: [
          'Merhaba {{ first_name | default: "değerli müşterimiz" }},',
          "Bu yıl bizimle olduğunuz için teşekkür ederiz. 31 Aralık gece yarısına kadar tüm siparişlerinizde <strong>%20 indirim</strong> geçerli.",
          "Herkese sağlık, huzur ve güzel sürprizlerle dolu bir yıl dileriz.",
        ],
        button: { label: "Alışverişe başla", url: "https://example.com/" },
        signature: "{{ workspace.name }} ekibi",
        unsubscribe: "Abonelikten çık",
      }),
    },
    en: {
      title: '{{ first_name | default: "Hello" }}, your New Year gift is ready',
      subtitle: "20% off every order until midnight on 31 December.",
      html: emailHtml({
        language: "en",
        accent: "#0f766e",
        heading: "Let’s start the year together",
        paragraphs: [
          'Hello {{ first_name | default: "there" }},',
          "Thank you for being with us this year. Until midnight on 31 December you get <strong>20% off every order</strong>.",
          "We wish you a healthy and happy year, full of good surprises.",
        ],
        button: { label: "Start shopping", url: "https://example.com/" },
        signature: "The {{ workspace.name }} team",
        unsubscribe: "Unsubscribe",
      }),
    },
  }),
  shippedTemplate({
    number: 103,
    name: { tr: "Doğum günü hediyesi", en: "Birthday gift" },
    channel: "sms",
    category: "festive",
    tr: {
      body: "Dogum gununuz kutlu olsun! Size ozel %15 indirim bu hafta boyunca gecerli. Kod: DOGUMGUNU. Cikmak icin RET yazin.",
    },
    en: {
      body: '{{ first_name | default: "Hello" }}, happy birthday! Enjoy 15% off all week with code BIRTHDAY. Reply STOP to opt out.',
    },
  }),
  shippedTemplate({
    number: 104,
    name: { tr: "Sevgililer Günü fikirleri", en: "Valentine’s Day ideas" },
    channel: "web_push",
    category: "festive",
    tr: {
      title: "14 Şubat için hediye bulduk 💝",
      body: "Her bütçeye uygun 40 hediye fikrini bir araya getirdik. Bugün verilen siparişler güne yetişir.",
      deepLink: "https://example.com/hediye",
      actions: [
        { id: "browse", title: "Fikirlere bak", url: "https://example.com/hediye" },
        { id: "later", title: "Daha sonra" },
      ],
    },
    en: {
      title: "Gift ideas for 14 February 💝",
      body: "We picked 40 presents for every budget. Orders placed today arrive in time.",
      deepLink: "https://example.com/gifts",
      actions: [
        { id: "browse", title: "See the ideas", url: "https://example.com/gifts" },
        { id: "later", title: "Later" },
      ],
    },
  }),
];
