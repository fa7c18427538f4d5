import { findRandomContactId } from "@/db/queries/content/find-random-contact-id";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Channel } from "@/lib/domain/channels/channel";
import { displayNameOf } from "@/lib/domain/contacts/contact";
import { getContact } from "@/lib/domain/contacts/get-contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { contactVariables } from "./contact-variables";
import { type Content, pickLanguage } from "./content";
import type { Variables } from "./liquid/compile-text";
import { sampleCoupon, sampleUnsubscribeUrl, sampleVariables } from "./sample-variables";

export type PreviewContact = { id: string; name: string; locale: string | null };

/** Whose message is shown: a contact, or (`variables` absent) somebody made up. */
export type PreviewPerson = {
  contact: PreviewContact | null;
  variables: Variables | undefined;
  locale: string | null;
  workspaceLocale: string;
  workspaceName: string;
};

/** One contact, or any, preferably whom the channel reaches. */
type Wanted = { contactId?: string | undefined; anyoneOn?: Channel | undefined };

export async function findPreviewPerson(
  ctx: WorkspaceContext,
  { contactId, anyoneOn }: Wanted,
): Promise<PreviewPerson> {
  const workspace = await findWorkspace(ctx.scope);
  const workspaceName = workspace?.name ?? "";
  const workspaceLocale = workspace?.locale ?? "en";
  const id = contactId ?? (anyoneOn ? await findRandomContactId(ctx.scope, anyoneOn) : undefined);
  if (!id) return { contact: null, variables: undefined, locale: null, workspaceLocale, workspaceName };
  const contact = await getContact(ctx, { contactId: id });
  const variables = contactVariables({
    contact,
    email: contact.email,
    phone: contact.phone,
    workspaceName,
    unsubscribeUrl: sampleUnsubscribeUrl,
    // An attribute of that name is what a message without codes means.
    coupon:
      "coupon" in (contact.attributes ?? {}) ? undefined : sampleCoupon(contact.locale ?? workspaceLocale),
  });
  const { locale } = contact;
  return {
    contact: { id, name: displayNameOf(contact), locale },
    variables,
    locale,
    workspaceLocale,
    workspaceName,
  };
}

/** The language that is asked for, else the one that the person would get. */
export function contentFor(
  person: PreviewPerson,
  contents: readonly Content[],
  language: string | undefined,
): Content {
  const [first, ...rest] = contents;
  if (!first) throw new Error("A message without a language is refused before.");
  const asked = contents.find((content) => content.language === language);
  return asked ?? pickLanguage([first, ...rest], person.locale, person.workspaceLocale);
}

export const variablesFor = (person: PreviewPerson, language: string): Variables =>
  person.variables ?? sampleVariables(language, person.workspaceName);
