import { findContact } from "@/db/queries/contacts/find-contact";
import { type CodeWithOffer, lockCode, updateCode as updateRow } from "@/db/queries/coupons/codes/codes";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { changedFields } from "../changed-fields";
import { keyOfCode, loadCode } from "./own-code";

type Input = { code: string; isDisabled?: boolean | undefined; contactId?: string | null | undefined };

/** Takes a code out of use, brings it back, or says whose it is. What was redeemed stays. */
export async function updateCode(
  ctx: WorkspaceContext,
  { code, isDisabled, contactId }: Input,
): Promise<CodeWithOffer> {
  ctx.require("coupons.write");
  const codeKey = keyOfCode(code);
  return ctx.transaction(async (tx) => {
    await lockCode(tx.scope, codeKey);
    const row = await loadCode(tx, codeKey);
    if (contactId && !(await findContact(tx.scope, contactId))) throw notFound();
    const before = { isDisabled: row.isDisabled, contactId: row.contactId };
    const after = {
      isDisabled: isDisabled ?? before.isDisabled,
      contactId: contactId === undefined ? before.contactId : contactId,
    };
    await updateRow(tx.scope, codeKey, after);
    const target = { kind: "offer", id: row.offerId, name: row.offerName };
    const { before: was, after: is } = changedFields(before, after);
    await tx.audit("code.updated", target, { before: { ...was, codeKey }, after: { ...is, codeKey } });
    return loadCode(tx, codeKey);
  });
}
