import type { Channel } from "@/lib/domain/channels/channel";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";

/** What a demo campaign is about; each theme comes back on another day and channel. */
export type DemoTheme = {
  name: string;
  title: string;
  text: string;
  channel: Channel;
  isTransactional?: boolean;
};

export const demoThemes: Record<InterfaceLocale, readonly DemoTheme[]> = {
  en: [
    {
      name: "Weekend espresso",
      title: "Your weekend espresso is on us",
      text: "Show this message until Sunday, {{ first_name }}.",
      channel: "app_push",
    },
    {
      name: "New autumn beans",
      title: "The autumn beans are here",
      text: "Ethiopia Guji and Colombia Huila, roasted this week.",
      channel: "email",
    },
    {
      name: "Left in the basket",
      title: "Still thinking about it?",
      text: "Your basket is waiting for you, {{ first_name }}.",
      channel: "web_push",
    },
    {
      name: "Loyalty points",
      title: "Your points expire soon",
      text: "Use them before the month ends.",
      channel: "sms",
    },
    {
      name: "Barista evening",
      title: "Latte art on Thursday",
      text: "Six places left in {{ city }}. Save yours.",
      channel: "app_push",
    },
    {
      name: "Opening hours",
      title: "We open earlier",
      text: "From Monday at 6:30 in every shop.",
      channel: "in_app",
    },
    {
      name: "Win back",
      title: "We miss you, {{ first_name }}",
      text: "Come by for a flat white this week.",
      channel: "app_push",
    },
    {
      name: "Subscription renewals",
      title: "Your next box",
      text: "It leaves our roastery on Friday.",
      channel: "email",
    },
    {
      name: "Rainy day",
      title: "It is pouring outside",
      text: "Filter coffee at half price until noon.",
      channel: "web_push",
    },
    {
      name: "Gift cards",
      title: "A gift that smells good",
      text: "Gift cards in three minutes, from 10 pounds.",
      channel: "whatsapp",
    },
  ],
  tr: [
    {
      name: "Hafta sonu indirimi",
      title: "Hafta sonu fırsatı başladı",
      text: "{{ first_name }}, pazar gecesine kadar seçili ürünlerde %20 indirim.",
      channel: "app_push",
    },
    {
      name: "Sonbahar bülteni",
      title: "Sonbahar tezgâhı hazır",
      text: "Mevsimin ilk narları ve taze cevizler raflarda.",
      channel: "email",
    },
    {
      name: "Sepette unutulanlar",
      title: "Sepetin seni bekliyor",
      text: "{{ first_name }}, sepetindeki ürünler tükenmeden tamamla.",
      channel: "web_push",
    },
    {
      name: "Puan hatırlatması",
      title: "Puanlarını kullan",
      text: "Puanlarının süresi ay sonunda doluyor. Lale Market",
      channel: "sms",
    },
    {
      name: "Ramazan kolisi",
      title: "Kolilerimiz hazır",
      text: "{{ city }} için ücretsiz teslimat bu hafta.",
      channel: "app_push",
    },
    {
      name: "Yeni mağaza",
      title: "Yeni mağazamız açıldı",
      text: "Açılışa özel sürprizler seni bekliyor.",
      channel: "in_app",
    },
    {
      name: "Seni özledik",
      title: "Seni özledik {{ first_name }}",
      text: "Dönüşüne özel bir fırsatımız var.",
      channel: "app_push",
    },
    {
      name: "Abonelik yenileme",
      title: "Sebze kutun yola çıkıyor",
      text: "Kutun cuma günü adresinde olacak.",
      channel: "email",
    },
    {
      name: "Bayram kutlaması",
      title: "İyi bayramlar",
      text: "Bayram boyunca kargo bizden.",
      channel: "web_push",
    },
    {
      name: "Hediye kartı",
      title: "Hediyesi kolay",
      text: "Hediye kartları üç dakikada hazır.",
      channel: "whatsapp",
    },
  ],
};
