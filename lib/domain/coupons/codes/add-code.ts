import { findContact } from "@/db/queries/contacts/find-contact";
import { type CodeWithOffer, insertCode } from "@/db/queries/coupons/codes/codes";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, notFound } from "@/lib/platform/errors";
import { assertCan } from "../offers/offer";
import { loadOfferLocked } from "../offers/own-offer";
import { newCode } from "./new-code";
import { keyOfNewCode, loadCode } from "./own-code";

type Input = { offerId: string; code?: string | undefined; contactId?: string | null | undefined };

const triesMax = 5;

/** A code of one's own, or a strong random one; unique in the workspace however it is typed. */
export async function addCode(
  ctx: WorkspaceContext,
  { offerId, code, contactId = null }: Input,
): Promise<CodeWithOffer> {
  ctx.require("coupons.write");
  return ctx.transaction(async (tx) => {
    const offer = await loadOfferLocked(tx.scope, offerId);
    assertCan(offer.state, "edit");
    if (contactId && !(await findContact(tx.scope, contactId))) throw notFound();
    const insert = async (text: string) => {
      const codeKey = keyOfNewCode(text);
      const isNew = await insertCode(tx.scope, { codeKey, code: text, offerId, contactId });
      return isNew ? codeKey : undefined;
    };
    let codeKey = code === undefined ? undefined : await insert(code);
    for (let tries = 0; code === undefined && codeKey === undefined && tries < triesMax; tries += 1) {
      codeKey = await insert(newCode());
    }
    if (codeKey === undefined) throw codeTaken(code ?? "");
    await tx.audit(
      "code.created",
      { kind: "offer", id: offerId, name: offer.name },
      { after: { codeKey, contactId } },
    );
    return loadCode(tx, codeKey);
  });
}

function codeTaken(code: string) {
  const detail = `The code ${code} is taken in this workspace, perhaps typed another way. Choose another one.`;
  return conflict(detail, {
    reason: "code_taken",
    code,
    errors: [{ pointer: "code", code: "code_taken", detail, values: { code } }],
  });
}
