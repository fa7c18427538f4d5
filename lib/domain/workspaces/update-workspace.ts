import { isDeepStrictEqual } from "node:util";
import type { WorkspaceRow } from "@/db/queries/system/member-workspaces";
import {
  insertFormerSlug,
  lockWorkspace,
  updateWorkspace as updateWorkspaceRow,
  type WorkspaceChange,
} from "@/db/queries/workspaces";
import { isUniqueViolation } from "@/db/unique-violation";
import { wakeOpenChunks } from "@/lib/domain/runs/wake-open-chunks";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { assertUsableSlug, slugTaken } from "./found-workspace";
import { type Workspace, withRole } from "./get-workspace";

export type WorkspaceUpdate = {
  name?: string | undefined;
  slug?: string | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  consentMode?: string | undefined;
  /** The stop switch: nothing leaves the workspace while it is on. */
  sendingStopped?: boolean | undefined;
  /** What is absent stays as it is. */
  sendingRules?: { [Key in keyof SendingRules]?: SendingRules[Key] | undefined } | undefined;
};

export async function updateWorkspace(ctx: WorkspaceContext, input: WorkspaceUpdate): Promise<Workspace> {
  ctx.require("workspace.write");
  if (input.slug !== undefined) assertUsableSlug(input.slug);
  return ctx
    .transaction((tx) => change(tx, input))
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? slugTaken() : error;
    });
}

async function change(tx: TransactionContext, { sendingStopped, sendingRules, ...fields }: WorkspaceUpdate) {
  const before = await lockWorkspace(tx.scope);
  if (!before) throw notFound();
  const isStopped = before.sendingStoppedAt !== null;
  const wanted: WorkspaceChange = { ...fields };
  if (sendingRules) wanted.sendingRules = { ...before.sendingRules, ...given(sendingRules) };
  if (sendingStopped !== undefined && sendingStopped !== isStopped) {
    wanted.sendingStoppedAt = sendingStopped ? tx.now() : null;
  }
  const after = await updateWorkspaceRow(tx.scope, wanted);
  if (!after) throw notFound();
  if (after.slug !== before.slug) await insertFormerSlug(tx.scope, before.slug);
  if (isStopped && !after.sendingStoppedAt) await wakeOpenChunks(tx, { wake: tx.now().getTime() });
  await auditChange(tx, before, after);
  return withRole(tx, after);
}

const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const auditedFields = [
  "name",
  "slug",
  "locale",
  "timeZone",
  "consentMode",
  "sendingStoppedAt",
  "sendingRules",
] as const;

async function auditChange(tx: TransactionContext, before: WorkspaceRow, after: WorkspaceRow): Promise<void> {
  const changed = auditedFields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  if (changed.length === 0) return;
  const pick = (row: WorkspaceRow) => Object.fromEntries(changed.map((field) => [field, row[field]]));
  const target = { kind: "workspace", id: tx.workspaceId, name: after.name };
  await tx.audit(actionOf(changed, after), target, { before: pick(before), after: pick(after) });
}

function actionOf(changed: string[], after: WorkspaceRow): string {
  const [only] = changed.length === 1 ? changed : [];
  if (only === "sendingRules") return "workspace.sending_rules_changed";
  if (only !== "sendingStoppedAt") return "workspace.updated";
  return after.sendingStoppedAt ? "workspace.sending_stopped" : "workspace.sending_resumed";
}
