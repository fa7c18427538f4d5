import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { nameOrAddressOf } from "@/components/contacts/contact-name";
import { ContactScreen } from "@/components/contacts/detail/contact-screen";
import { contactDetail } from "@/lib/contracts/contacts/contacts";
import { asSeen } from "@/lib/contracts/wire/as-seen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getContact } from "@/lib/domain/contacts/get-contact";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string; contact: string }> };

const readContact = cache(async (slug: string, id: string) => {
  const { ctx } = await requireWorkspace(slug);
  return foundOrNotFound(wireId("contact"), id, (contactId) => getContact(ctx, { contactId }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, contact } = await params;
  const name = nameOrAddressOf(await readContact(workspace, contact));
  return { title: name || (await getTranslations("contacts"))("nameless") };
}

export default async function ContactPage({ params }: Props) {
  const { workspace, contact } = await params;
  return <ContactScreen contact={asSeen(contactDetail, await readContact(workspace, contact))} />;
}
