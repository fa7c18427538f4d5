import { composeLetter } from "@/lib/domain/content/email/letter";
import type { InterfaceLocale } from "./user";

export const resetMinutes = 30;

export const resetExpiry = (now: Date): Date => new Date(now.getTime() + resetMinutes * 60 * 1000);

export const resetLink = (publicOrigin: string, secret: string): string =>
  `${publicOrigin}/reset-password/${secret}`;

type Words = { subject: string; paragraphs: string[]; button: string; closing: string };

const words: Record<InterfaceLocale, Words> = {
  tr: {
    subject: "PushPilot parolanızı yenileyin",
    paragraphs: [
      "Merhaba,",
      "Bu adresin PushPilot hesabı için yeni bir parola istendi. Aşağıdaki bağlantıyla yeni parolanızı belirleyebilirsiniz.",
    ],
    button: "Yeni parola belirle",
    closing: `Bağlantı ${resetMinutes} dakika boyunca ve bir kez geçerlidir. Siz istemediyseniz bu e-postayı yok sayın; parolanız değişmez.`,
  },
  en: {
    subject: "Reset your PushPilot password",
    paragraphs: [
      "Hello,",
      "Somebody asked for a new password for the PushPilot account of this address. Choose yours with the link below.",
    ],
    button: "Choose a new password",
    closing: `The link works for ${resetMinutes} minutes, once. If you did not ask for it, ignore this e-mail: your password stays as it is.`,
  },
};

export function resetLetter(language: InterfaceLocale, url: string) {
  const { button, ...letter } = words[language];
  return composeLetter({ language, ...letter, button: { label: button, url } });
}
