import { useTranslations } from "next-intl";
import { displayNameOf } from "@/lib/domain/contacts/contact";
import type { Contact } from "./api";

type Named = Pick<Contact, "firstName" | "lastName" | "externalId"> & {
  subscriptions?: readonly { address: string }[];
};

/** What stands for somebody without a name: their id with us or an address; nothing when there is neither. */
export const nameOrAddressOf = (contact: Named): string =>
  displayNameOf(contact) || contact.subscriptions?.[0]?.address || "";

export function useContactName() {
  const t = useTranslations("contacts");
  return (contact: Named): string => nameOrAddressOf(contact) || t("nameless");
}
