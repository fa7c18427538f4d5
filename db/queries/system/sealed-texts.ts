import type { SystemScope } from "@/db/scope";

/** A text that a key of the installation sealed, and the place it is bound to. */
export type SealedText = { workspaceId: string; rowId: string; text: string };

type Page = { after: { workspaceId: string; rowId: string } | undefined; limit: number };

const first = { workspaceId: "00000000-0000-0000-0000-000000000000", rowId: "" };

export async function unsafeAcrossWorkspacesListSealedCredentials(
  system: SystemScope,
  { after = { ...first, rowId: first.workspaceId }, limit }: Page,
): Promise<SealedText[]> {
  return system.sql<SealedText>`
    select workspace_id, id as row_id, credentials as text from providers
    where (workspace_id, id) > (${after.workspaceId}, ${after.rowId}) order by workspace_id, id limit ${limit}`;
}

/** Nothing happens when somebody has put other credentials there in the meantime. */
export async function unsafeAcrossWorkspacesReplaceCredentials(
  system: SystemScope,
  { workspaceId, rowId, text }: SealedText,
  resealed: string,
): Promise<void> {
  await system.sql`
    update providers set credentials = ${resealed}
    where workspace_id = ${workspaceId} and id = ${rowId} and credentials = ${text}`;
}

/** Answers that showed a secret once and are kept for a repeat of their request. */
export async function unsafeAcrossWorkspacesListSealedResponses(
  system: SystemScope,
  { after = first, limit }: Page,
): Promise<SealedText[]> {
  return system.sql<SealedText>`
    select workspace_id, key as row_id, response_body as text from idempotency_keys
    where (workspace_id, key) > (${after.workspaceId}, ${after.rowId}) and response_body like 'v1.%'
    order by workspace_id, key limit ${limit}`;
}

export async function unsafeAcrossWorkspacesReplaceResponse(
  system: SystemScope,
  { workspaceId, rowId, text }: SealedText,
  resealed: string,
): Promise<void> {
  await system.sql`
    update idempotency_keys set response_body = ${resealed}
    where workspace_id = ${workspaceId} and key = ${rowId} and response_body = ${text}`;
}
