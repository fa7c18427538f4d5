import { emailHtml } from "./email-html";
import { shippedTemplate } from "./shipped-template";

export const retentionTemplates = [
  shippedTemplate({
    number: 301,
    name: { tr: "Terk edilen sepet", en: "Abandoned cart" },
    channel: "web_push",
    category: "retention",
    tr: {
      title: "Sepetiniz sizi bekliyor 🛒",
      body: 'Merhaba {{ first_name | default: "değerli müşterimiz" }}, sepetinizdeki {{ product | default: "ürünler" }} tükenmeden siparişinizi tamamlayın.',
      deepLink: "https://example.com/sepet",
      actions: [
        { id: "cart", title: "Sepete git", url: "https://example.com/sepet" },
        { id: "later", title: "Sonra hatırlat" },
      ],
    },
    en: {
      title: "Your cart is waiting 🛒",
      body: 'Hello {{ first_name | default: "there" }}, complete your order before the {{ product | default: "items" }} in your cart sell out.',
      deepLink: "https://example.com/cart",
      actions: [
        { id: "cart", title: "Go to cart", url: "https://example.com/cart" },
        { id: "later", title: "Remind me later" },
      ],
    },
  }),
  shippedTemplate({
    number: 302,
    name: { tr: "Sizi özledik", en: "We miss you" },
    channel: "email",
    category: "retention",
    tr: {
      title: '{{ first_name | default: "Merhaba" }}, uzun zaman oldu',
      subtitle: "Dönüşünüz için küçük bir hediyemiz var.",
      html: emailHtml({
        language: "tr",
        accent: "#4338ca",
        heading: "Sizi özledik",
        paragraphs: [
          'Merhaba {{ first_name | default: "değerli müşterimiz" }},',
          "Bir süredir görüşemedik. Siz yokken yeni ürünler ekledik, teslimatı hızlandırdık ve iadeyi kolaylaştırdık.",
          "Dönüşünüze özel <strong>100 TL</strong> hediye çekiniz hesabınıza tanımlandı. 14 gün içinde kullanabilirsiniz.",
        ],
        button: { label: "Neler değişti?", url: "https://example.com/" },
        signature: "{{ workspace.name }} ekibi",
        unsubscribe: "Abonelikten çık",
      }),
    },
    en: {
      title: '{{ first_name | default: "Hello" }}, it has been a while',
      subtitle: "A small gift for when you come back.",
      html: emailHtml({
        language: "en",
        accent: "#4338ca",
        heading: "We miss you",
        paragraphs: [
          'Hello {{ first_name | default: "there" }},',
          "We have not seen you for some time. Since then we added new products, made delivery faster and returns easier.",
          "To welcome you back, a <strong>£10</strong> gift is waiting in your account. It is valid for 14 days.",
        ],
        button: { label: "See what’s new", url: "https://example.com/" },
        signature: "The {{ workspace.name }} team",
        unsubscribe: "Unsubscribe",
      }),
    },
  }),
  shippedTemplate({
    number: 303,
    name: { tr: "Puanlarınız bitiyor", en: "Points about to expire" },
    channel: "whatsapp",
    category: "retention",
    tr: {
      title: "Puanlarınızın süresi doluyor",
      body: 'Merhaba {{ first_name | default: "değerli müşterimiz" }}, {{ points | default: "birikmiş" }} puanınızın süresi ay sonunda doluyor. Bir sonraki alışverişinizde indirim olarak kullanabilirsiniz.\n\nBu mesajları almak istemiyorsanız DUR yazın.',
    },
    en: {
      title: "Your points are about to expire",
      body: 'Hello {{ first_name | default: "there" }}, your {{ points | default: "reward" }} points expire at the end of the month. Use them as a discount on your next order.\n\nReply STOP if you no longer want these messages.',
    },
  }),
  shippedTemplate({
    number: 304,
    name: { tr: "Hoş geldiniz", en: "Welcome" },
    channel: "in_app",
    category: "retention",
    tr: {
      title: '{{ first_name | default: "Merhaba" }}, hoş geldiniz 👋',
      body: "İlk siparişinize özel ücretsiz kargo hesabınıza tanımlandı. Profilinizi tamamlayın, size uygun fırsatları önce siz görün.",
      deepLink: "/profile",
    },
    en: {
      title: '{{ first_name | default: "Hello" }}, welcome 👋',
      body: "Free delivery on your first order is already in your account. Complete your profile and be the first to see the offers that suit you.",
      deepLink: "/profile",
    },
  }),
];
