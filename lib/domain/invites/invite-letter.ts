import { composeLetter } from "@/lib/domain/content/email/letter";
import type { Role } from "@/lib/domain/members/role";
import type { InterfaceLocale } from "@/lib/domain/users/user";
import { inviteDays } from "./invite";

type About = { workspace: string; inviter: string; role: Role; url: string };

type Words = {
  roles: Record<Role, string>;
  subject: (about: About) => string;
  paragraphs: (about: About, role: string) => string[];
  button: string;
  closing: string;
};

const words: Record<InterfaceLocale, Words> = {
  tr: {
    roles: { owner: "Sahip", admin: "Yönetici", member: "Üye", viewer: "İzleyici" },
    subject: ({ workspace, inviter }) => `${inviter} sizi davet ediyor: ${workspace}`,
    paragraphs: ({ workspace, inviter }, role) => [
      "Merhaba,",
      `${inviter} sizi PushPilot'taki ${workspace} çalışma alanına davet ediyor. Rolünüz: ${role}.`,
    ],
    button: "Daveti aç",
    closing: `Bağlantı yalnızca bu adres için, ${inviteDays} gün geçerlidir. Daveti beklemiyorsanız bu e-postayı yok sayın.`,
  },
  en: {
    roles: { owner: "Owner", admin: "Admin", member: "Member", viewer: "Viewer" },
    subject: ({ workspace, inviter }) => `${inviter} invites you to ${workspace}`,
    paragraphs: ({ workspace, inviter }, role) => [
      "Hello,",
      `${inviter} invites you to the workspace ${workspace} on PushPilot. Your role: ${role}.`,
    ],
    button: "Open the invite",
    closing: `The link is for this address alone and works for ${inviteDays} days. If you did not expect it, ignore this e-mail.`,
  },
};

export function inviteLetter(language: InterfaceLocale, about: About) {
  const { roles, subject, paragraphs, button, closing } = words[language];
  return composeLetter({
    language,
    subject: subject(about),
    paragraphs: paragraphs(about, roles[about.role]),
    button: { label: button, url: about.url },
    closing,
  });
}
