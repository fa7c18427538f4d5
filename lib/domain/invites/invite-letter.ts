import { composeLetter } from "@/lib/domain/content/email/letter";
import { letterWords, roleWord } from "@/lib/domain/content/email/letter-words";
import type { Role } from "@/lib/domain/members/role";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { inviteDays } from "./invite";

type About = { workspace: string; inviter: string; role: Role; url: string };

export function inviteLetter(language: InterfaceLocale, { workspace, inviter, role, url }: About) {
  const names = { workspace, inviter, role: roleWord(language, role), days: inviteDays };
  const { button, ...letter } = letterWords(language, "invite", names);
  return composeLetter({ ...letter, button: { label: button, url } });
}
