import { shippedTemplate } from "./shipped-template";

export const pharmaTemplates = [
  shippedTemplate({
    number: 401,
    name: { tr: "İlaç saati hatırlatması", en: "Medication reminder" },
    channel: "app_push",
    category: "pharma",
    tr: {
      title: "İlaç saatiniz geldi 💊",
      body: 'Merhaba {{ first_name | default: "değerli müşterimiz" }}, bugünkü dozunuzu almayı unutmayın. Aldıysanız uygulamada işaretleyin.',
      deepLink: "/reminders",
      actions: [
        { id: "taken", title: "Aldım", url: "/reminders/taken" },
        { id: "snooze", title: "10 dk sonra hatırlat" },
      ],
    },
    en: {
      title: "Time for your medication 💊",
      body: 'Hello {{ first_name | default: "there" }}, please remember today’s dose. If you have taken it, mark it in the app.',
      deepLink: "/reminders",
      actions: [
        { id: "taken", title: "Taken", url: "/reminders/taken" },
        { id: "snooze", title: "Remind me in 10 min" },
      ],
    },
  }),
  shippedTemplate({
    number: 402,
    name: { tr: "Reçete yenileme", en: "Prescription refill" },
    channel: "sms",
    category: "pharma",
    tr: {
      body: "Degerli hastamiz, recetenizin yenileme tarihi yaklasiyor. Eczanemizden hazirlatmak icin bizi arayabilirsiniz. Cikmak icin RET yazin.",
    },
    en: {
      body: 'Dear {{ name | default: "customer" }}, your prescription is due for a refill soon. Call us and we will have it ready. Reply STOP to opt out.',
    },
  }),
  shippedTemplate({
    number: 403,
    name: { tr: "Reçete hazır", en: "Prescription ready" },
    channel: "whatsapp",
    category: "pharma",
    tr: {
      title: "Reçeteniz hazır",
      body: 'Merhaba {{ first_name | default: "değerli müşterimiz" }}, reçeteniz hazırlandı. Kimliğinizle birlikte 09.00–19.00 arasında teslim alabilirsiniz.\n\nBilgilendirme almak istemiyorsanız DUR yazın.',
    },
    en: {
      title: "Your prescription is ready",
      body: 'Hello {{ first_name | default: "there" }}, your prescription is ready. Please bring your ID; you can pick it up between 9 am and 7 pm.\n\nReply STOP if you no longer want these messages.',
    },
  }),
  shippedTemplate({
    number: 404,
    name: { tr: "Aşı takvimi", en: "Vaccination schedule" },
    channel: "email",
    category: "pharma",
    tr: {
      title: "Mevsimsel grip aşısı için randevu zamanı",
      subtitle: "Size en yakın noktada birkaç dakikada aşı olabilirsiniz.",
      body: 'Merhaba {{ first_name | default: "değerli müşterimiz" }},\n\nSonbahar geldi, grip mevsimi başlıyor. {{ city | default: "Bulunduğunuz şehirdeki" }} şubemizde aşı randevuları açıldı.\n\nRandevu almak için: https://example.com/randevu\n\nKronik bir rahatsızlığınız varsa önce doktorunuza danışın.\n\nSağlıklı günler dileriz,\n{{ workspace.name }}\n\nBu e-postaları almak istemiyorsanız: {{ unsubscribe_url }}',
    },
    en: {
      title: "Time to book your seasonal flu vaccination",
      subtitle: "It takes a few minutes at the location nearest to you.",
      body: 'Hello {{ first_name | default: "there" }},\n\nAutumn is here and so is flu season. Appointments are open at our {{ city | default: "local" }} branch.\n\nBook yours here: https://example.com/appointment\n\nIf you have a chronic condition, please ask your doctor first.\n\nStay well,\n{{ workspace.name }}\n\nTo stop receiving these e-mails: {{ unsubscribe_url }}',
    },
  }),
];
