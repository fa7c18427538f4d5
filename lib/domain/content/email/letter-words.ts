import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import english from "@/messages/en/letters.json" with { type: "json" };
import englishMembers from "@/messages/en/members.json" with { type: "json" };
import turkish from "@/messages/tr/letters.json" with { type: "json" };
import turkishMembers from "@/messages/tr/members.json" with { type: "json" };

const letters = { tr: turkish, en: english };

const roles = { tr: turkishMembers.roles, en: englishMembers.roles };

export const roleWord = (language: InterfaceLocale, role: keyof typeof englishMembers.roles): string =>
  roles[language][role];

/** The words of a letter with names where its templates have holes; a name with braces stays as it is. */
export function letterWords(
  language: InterfaceLocale,
  letter: keyof typeof english,
  names: Record<string, string | number>,
) {
  const { subject, greeting, body, button, closing } = letters[language][letter];
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (hole, name: string) => String(names[name] ?? hole));
  return {
    language,
    subject: fill(subject),
    paragraphs: [greeting, fill(body)],
    button,
    closing: fill(closing),
  };
}
