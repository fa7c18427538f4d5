import { notFound } from "next/navigation";
import { ContactScreen } from "@/components/contacts/detail/contact-screen";
import { contactDetail } from "@/lib/contracts/contacts/contacts";
import { asSeen } from "@/lib/contracts/wire/as-seen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getContact } from "@/lib/domain/contacts/get-contact";
import { requireWorkspace } from "@/lib/platform/context/page-context";
import { isAppError } from "@/lib/platform/errors";

type Props = { params: Promise<{ workspace: string; contact: string }> };

export default async function ContactPage({ params }: Props) {
  const { workspace, contact } = await params;
  const { ctx } = await requireWorkspace(workspace);
  const id = wireId("contact").safeDecode(contact);
  if (!id.success) notFound();
  const found = await getContact(ctx, { contactId: id.data }).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  });
  return <ContactScreen contact={asSeen(contactDetail, found)} />;
}
