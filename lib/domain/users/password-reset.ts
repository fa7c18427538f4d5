import { composeLetter } from "@/lib/domain/content/email/letter";
import { letterWords } from "@/lib/domain/content/email/letter-words";
import type { InterfaceLocale } from "./interface-locale";

export const resetMinutes = 30;

export const resetExpiry = (now: Date): Date => new Date(now.getTime() + resetMinutes * 60 * 1000);

export const resetLink = (publicOrigin: string, secret: string): string =>
  `${publicOrigin}/reset-password/${secret}`;

export function resetLetter(language: InterfaceLocale, url: string) {
  const { button, ...letter } = letterWords(language, "passwordReset", { minutes: resetMinutes });
  return composeLetter({ ...letter, button: { label: button, url } });
}
