import { randomBytes } from "node:crypto";
import type { WorkspaceScope } from "@/db/scope";
import type { CodeDesign } from "@/lib/domain/coupons/batches/code-design";
import { foldCode } from "@/lib/domain/coupons/codes/fold-code";
import { credentialBox } from "@/lib/platform/crypto/credential-box";
import { newId } from "@/lib/platform/ids";

const design: CodeDesign = {
  prefix: "",
  suffix: "",
  alphabet: "0123456789ABCDEFGHJKMNPQRSTVWXYZ",
  length: 10,
  hasCheckLetter: true,
  groupSize: 4,
};

type Overrides = {
  codes?: string[];
  source?: "generated" | "imported" | "sandbox";
  offerName?: string;
  offerState?: "draft" | "active" | "paused" | "archived";
  endsAt?: Date | null;
  quantity?: number;
  /** Without one no more codes are made of it. */
  hasSecret?: boolean;
};

let batches = 0;

/** A batch of codes of an active offer. */
export async function insertTestBatch(
  scope: WorkspaceScope,
  {
    codes = [],
    source = "generated",
    offerName = "Spring",
    offerState = "active",
    hasSecret = source === "generated",
    ...rest
  }: Overrides = {},
): Promise<{ batchId: string; offerId: string }> {
  const [batchId, offerId] = [newId(), newId()];
  batches += 1;
  const number = String(batches).padStart(3, "0");
  await scope.sql`
    insert into offers (workspace_id, id, name, state, kind, discount_basis_points, starts_at, ends_at, time_zone, created_by,
      updated_by)
    values (${scope.id}, ${offerId}, ${offerName}, ${offerState}, 'percent', 1000, now() - interval '400 days',
      ${rest.endsAt ?? null}, 'Europe/Istanbul', 'Ada', 'Ada')`;
  await scope.sql`
    insert into coupon_batches (workspace_id, id, offer_id, batch_code, name, source, status, design, quantity, generated,
      secret, created_by)
    values (${scope.id}, ${batchId}, ${offerId}, ${`BATCH-20261128-${number}`}, ${`Codes ${number}`}, ${source}, 'completed',
      ${scope.json(design)}, ${rest.quantity ?? Math.max(1, codes.length)}, ${codes.length},
      ${hasSecret ? sealedSecret(scope.id, batchId) : null}, 'Ada')`;
  await scope.sql`
    insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq)
    select ${scope.id}, c.key, c.code, ${offerId}, ${batchId}, c.place - 1
    from unnest(${codes.map((code) => foldCode(code) ?? "")}::text[], ${codes}::text[]) with ordinality as c(key, code, place)`;
  return { batchId, offerId };
}

const sealedSecret = (workspaceId: string, rowId: string): string =>
  credentialBox().seal({ workspaceId, rowId, field: "secret" }, randomBytes(32).toString("base64url"));

/** Given out, returned, and still in the row: what a batch has must be the sum of what became of it. */
export async function readStock(scope: WorkspaceScope, batchId: string) {
  const [row] = await scope.sql<{
    generated: number;
    allocated: number;
    held: number;
    returned: number;
    distinct: number;
  }>`
    select b.generated, b.allocated,
      (select count(*)::int from code_allocations a where a.workspace_id = ${scope.id} and a.batch_id = b.id) as held,
      (select count(distinct seq)::int from code_allocations a where a.workspace_id = ${scope.id} and a.batch_id = b.id) as distinct,
      (select count(*)::int from returned_codes r where r.workspace_id = ${scope.id} and r.batch_id = b.id) as returned
    from coupon_batches b where b.workspace_id = ${scope.id} and b.id = ${batchId}`;
  if (!row) throw new Error("No such batch.");
  return row;
}
