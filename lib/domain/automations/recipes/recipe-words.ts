import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import type { RecipeName } from "./recipe-name";

type Words = {
  name: string;
  messages: { title: string; body: string }[];
  /** What the link of its e-mails says. */
  link?: string;
};

/** Texts that people start from, in the two languages of the product. */
export const recipeWords: Record<InterfaceLocale, Record<RecipeName, Words>> = {
  tr: {
    abandoned_cart: {
      name: "Sepet terk",
      link: "Sepete dön",
      messages: [
        {
          title: "Sepetiniz sizi bekliyor{% if first_name != '' %}, {{ first_name }}{% endif %}",
          body: "Seçtiğiniz ürünler hâlâ sepetinizde: kaldığınız yerden devam edebilirsiniz.",
        },
        {
          title: "Sepetiniz için son hatırlatma",
          body: "Sepetinizdeki ürünler tükenmeden alışverişinizi tamamlayabilirsiniz.",
        },
      ],
    },
    birthday: {
      name: "Doğum günü",
      messages: [
        {
          title: "İyi ki doğdunuz{% if first_name != '' %}, {{ first_name }}{% endif %}!",
          body: "Yeni yaşınız kutlu olsun. Bugün size özel bir sürprizimiz var.",
        },
      ],
    },
    win_back: {
      name: "Geri kazanma",
      messages: [
        { title: "Sizi özledik", body: "Bir süredir görüşemedik. Siz yokken gelen yeniliklere göz atın." },
        {
          title: "Hâlâ buradayız",
          body: "İsterseniz tercihlerinizi değiştirebilir, dilediğiniz an geri dönebilirsiniz.",
        },
      ],
    },
    welcome: {
      name: "Hoş geldiniz",
      messages: [
        {
          title: "Hoş geldiniz{% if first_name != '' %}, {{ first_name }}{% endif %}",
          body: "Aramıza katıldığınız için teşekkürler. Başlamak için birkaç önerimiz var.",
        },
        { title: "Nasıl gidiyor?", body: "İlk günlerinizde yardıma ihtiyacınız olursa buradayız." },
      ],
    },
    after_order: {
      name: "Sipariş sonrası",
      messages: [
        {
          title: "Siparişinizden memnun kaldınız mı?",
          body: "Görüşünüz bizim için değerli: bir dakikanızı ayırıp bize yazın.",
        },
      ],
    },
    coupon_expiring: {
      name: "Kupon bitiyor",
      messages: [
        {
          title: "Kuponunuzun son günleri{% if first_name != '' %}, {{ first_name }}{% endif %}",
          body: "{{ event.offer }} yakında bitiyor. Kodunuz hâlâ sizi bekliyor: {{ event.code }}",
        },
      ],
    },
  },
  en: {
    abandoned_cart: {
      name: "Abandoned cart",
      link: "Back to the cart",
      messages: [
        {
          title: "Your cart is waiting{% if first_name != '' %}, {{ first_name }}{% endif %}",
          body: "What you chose is still in your cart: pick up where you left off.",
        },
        {
          title: "A last word about your cart",
          body: "You can still complete your order before the items run out.",
        },
      ],
    },
    birthday: {
      name: "Birthday",
      messages: [
        {
          title: "Happy birthday{% if first_name != '' %}, {{ first_name }}{% endif %}!",
          body: "All the best for the new year of your life. We have a surprise for you today.",
        },
      ],
    },
    win_back: {
      name: "Win back",
      messages: [
        { title: "We missed you", body: "It has been a while. See what is new since your last visit." },
        {
          title: "Still here for you",
          body: "You can change what you hear from us, and come back whenever you like.",
        },
      ],
    },
    welcome: {
      name: "Welcome",
      messages: [
        {
          title: "Welcome{% if first_name != '' %}, {{ first_name }}{% endif %}",
          body: "Thank you for joining us. Here are a few things to begin with.",
        },
        { title: "How is it going?", body: "If you need a hand in your first days, we are here." },
      ],
    },
    after_order: {
      name: "After an order",
      messages: [
        { title: "How did you like your order?", body: "Your opinion matters to us: tell us in a minute." },
      ],
    },
    coupon_expiring: {
      name: "Coupon expiring",
      messages: [
        {
          title: "Your coupon ends soon{% if first_name != '' %}, {{ first_name }}{% endif %}",
          body: "{{ event.offer }} is about to end. Your code is still waiting: {{ event.code }}",
        },
      ],
    },
  },
};
