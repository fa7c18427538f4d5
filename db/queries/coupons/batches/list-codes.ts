import type { WorkspaceScope } from "@/db/scope";
import type { CodeStatus } from "@/lib/domain/coupons/batches/batch";
import { codeStatus } from "./code-status";

export type CodeRow = { code: string; seq: number; uses: number; status: CodeStatus; createdAt: Date };

export type CodeListFilter = {
  /** The beginning of a code, folded. */
  key?: string | undefined;
  status?: CodeStatus[] | undefined;
};

type CodePage = { after: number; offset: number; limit: number };

export async function listCodes(
  scope: WorkspaceScope,
  batchId: string,
  { key, status }: CodeListFilter,
  { after, offset, limit }: CodePage,
): Promise<CodeRow[]> {
  const word = scope.raw(codeStatus);
  return scope.sql<CodeRow>`
    select code, seq, uses, status, created_at from (
      select c.code, c.code_key, c.seq, c.uses, c.created_at, ${word} as status
      from coupon_codes c join coupon_batches b on b.workspace_id = c.workspace_id and b.id = c.batch_id
      where c.workspace_id = ${scope.id} and c.batch_id = ${batchId} and c.seq > ${after}) c
    where ${scope.all([
      // '~' sorts behind every sign of a key.
      key && scope.fragment`code_key >= ${key} and code_key < ${`${key}~`}`,
      status && scope.fragment`status = any(${status})`,
    ])}
    order by seq limit ${limit} offset ${offset}`;
}
