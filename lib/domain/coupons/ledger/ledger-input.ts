import { contactOrders, listContacts } from "@/db/queries/contacts/list-contacts";
import type { LedgerFilter } from "@/db/queries/coupons/ledger/ledger-row";
import { foldCode } from "@/lib/domain/coupons/codes/fold-code";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { firstIdAt } from "@/lib/platform/ids";

export type LedgerInput = {
  /** A code or its beginning, an order's id, or somebody's name, id or address. */
  q?: string | undefined;
  /** Exactly this code, however it is typed. */
  code?: string | undefined;
  offerId?: string | undefined;
  batchId?: string | undefined;
  contactId?: string | undefined;
  source?: readonly string[] | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
};

const contactsFoundMax = 20;

export async function toLedgerFilter(ctx: WorkspaceContext, input: LedgerInput): Promise<LedgerFilter> {
  const { q, code, since, until, offerId, batchId, contactId, source } = input;
  return {
    offerId,
    batchId,
    contactId,
    source,
    // What folds to nothing is nobody's code.
    codeKey: code === undefined ? undefined : (foldCode(code) ?? ""),
    search: q ? { codeKey: foldCode(q), orderId: q, contactIds: await findPeople(ctx, q) } : undefined,
    fromId: since && firstIdAt(since),
    beforeId: until && firstIdAt(until),
  };
}

/** Those whose name, external id or address matches, up to a page of them. */
export async function findPeople(ctx: WorkspaceContext, q: string): Promise<string[]> {
  const page = { limit: contactsFoundMax, offset: 0, after: undefined };
  const found = await listContacts(ctx.scope, { q }, contactOrders["-created_at"], page);
  return found.map(({ id }) => id);
}
