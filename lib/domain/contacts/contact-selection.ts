import type { ContactListFilter } from "@/db/queries/contacts/list-contacts";

/** Some contacts by id, or all that match a filter when the work begins. */
export type ContactSelection = { contactIds?: string[] | undefined; filter?: ContactListFilter | undefined };
