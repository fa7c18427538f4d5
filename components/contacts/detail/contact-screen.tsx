"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { ContactEnrolments } from "@/components/automations/people/contact-enrolments";
import { ContactCoupons } from "@/components/coupons/redemptions/contact-coupons";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Badge } from "@/components/ui/display/badge";
import { toWireId } from "@/lib/contracts/wire/ids";
import { type ContactDetail, contactOptions } from "../api";
import { ContactConsents } from "../consents/contact-consents";
import { useContactName } from "../contact-name";
import { ContactSheet } from "../contact-sheet";
import { DeleteContactDialog } from "../delete-contact-dialog";
import { ContactAttributes } from "./contact-attributes";
import { ContactProfile } from "./contact-profile";
import { ContactSubscriptions } from "./contact-subscriptions";
import { ContactTimeline } from "./contact-timeline";

export function ContactScreen({ contact: initial }: { contact: ContactDetail }) {
  const t = useTranslations("contacts");
  const router = useRouter();
  const { slug } = useShell().workspace;
  const mayWrite = useMay("contacts.write");
  const mayReadAutomations = useMay("automations.read");
  const mayReadCoupons = useMay("coupons.read");
  const nameOf = useContactName();
  const { data: contact } = useQuery({ ...contactOptions(slug, initial.id), initialData: initial });
  const [editing, setEditing] = useQueryState("edit", parseAsString);
  const [isDeleting, setIsDeleting] = useState(false);
  const name = nameOf(contact);
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: t("title"), href: hrefOf(slug, "contacts") }]}
        badge={<Badge>{t(`kinds.${contact.kind}`)}</Badge>}
        actions={
          mayWrite ? (
            <>
              <Button icon={<Trash2 />} onClick={() => setIsDeleting(true)}>
                {t("delete.action")}
              </Button>
              <Button variant="primary" icon={<Pencil />} onClick={() => void setEditing(contact.id)}>
                {t("edit")}
              </Button>
            </>
          ) : null
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <ContactSubscriptions workspace={slug} contact={contact} />
          <ContactConsents workspace={slug} contact={contact} />
          {mayReadAutomations ? <ContactEnrolments workspace={slug} contactId={contact.id} /> : null}
          {mayReadCoupons ? <ContactCoupons workspace={slug} contactId={contact.id} /> : null}
          <ContactTimeline workspace={slug} contactId={contact.id} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <ContactProfile contact={contact} id={toWireId("contact", contact.id)} />
          <ContactAttributes attributes={contact.attributes} />
        </div>
      </div>
      <ContactSheet workspace={slug} editing={editing} onClose={() => void setEditing(null)} />
      {isDeleting ? (
        <DeleteContactDialog
          workspace={slug}
          contactId={contact.id}
          name={name}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => router.replace(hrefOf(slug, "contacts"))}
        />
      ) : null}
    </>
  );
}
