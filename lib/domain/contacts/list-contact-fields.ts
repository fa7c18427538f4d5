import {
  type ContactFields,
  listContactFields as listFields,
} from "@/db/queries/contacts/list-contact-fields";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

export async function listContactFields(ctx: WorkspaceContext): Promise<ContactFields> {
  ctx.require("contacts.read");
  return listFields(ctx.scope);
}
