import { useTranslations } from "next-intl";
import { displayNameOf } from "@/lib/domain/contacts/contact";
import type { Notification } from "./api";

/** What a person is called on the screen, also after they are gone. */
export function useContactName() {
  const t = useTranslations("notifications");
  return ({ contact }: Pick<Notification, "contact">): string => {
    if (!contact) return t("deletedContact");
    return displayNameOf(contact) || t("unnamedContact");
  };
}
