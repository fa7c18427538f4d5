import { retryOnUniqueViolation } from "@/db/unique-violation";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { InvalidParam } from "@/lib/platform/errors";
import { type ContactInput, type PreparedContact, prepareContact } from "./saving/prepare-contact";
import { saveContacts } from "./saving/save-contacts";

type BulkResult = { created: number; updated: number; errors: ({ index: number } & InvalidParam)[] };

/** Saves the good ones together and reports the bad ones by their index. */
export async function bulkUpsertContacts(
  ctx: WorkspaceContext,
  input: { contacts: ContactInput[] },
): Promise<BulkResult> {
  ctx.require("contacts.write");
  const good: PreparedContact[] = [];
  const errors: BulkResult["errors"] = [];
  input.contacts.forEach((contact, index) => {
    const prepared = prepareContact(contact);
    if ("errors" in prepared) errors.push(...prepared.errors.map((error) => ({ index, ...error })));
    else if (!contact.externalId && prepared.addresses.length === 0) errors.push({ index, ...nobody });
    else good.push(prepared);
  });
  const saved = await retryOnUniqueViolation(() =>
    ctx.transaction(async (tx) => {
      const result = await saveContacts(tx.scope, good, { now: ctx.now() });
      await tx.audit(
        "contacts.saved",
        { kind: "workspace", id: ctx.workspaceId },
        { after: { created: result.created, updated: result.updated } },
      );
      return result;
    }),
  );
  return { created: saved.created, updated: saved.updated, errors };
}

const nobody = { pointer: "external_id", code: "required", detail: "Give an external_id or an address." };
