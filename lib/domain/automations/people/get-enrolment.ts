import { findEnrolment, listPassages, type PassageRow } from "@/db/queries/automations/list-enrolments";
import { listNotifications } from "@/db/queries/notifications/list-notifications";
import { toListed } from "@/lib/domain/notifications/list-notifications";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { toEnrolment } from "./list-enrolments";

/** Everything that happened to a person on the way, and what became of each message. */
export async function getEnrolment(
  ctx: WorkspaceContext,
  { automationId, enrolmentId }: { automationId: string; enrolmentId: string },
) {
  ctx.require("automations.read");
  const row = await findEnrolment(ctx.scope, automationId, enrolmentId);
  if (!row) throw notFound();
  const passages = await listPassages(ctx.scope, enrolmentId);
  const told = await notificationsOf(ctx, row.contactId, passages);
  return {
    ...toEnrolment(ctx, row),
    passages: passages.map(({ runId, ...passage }) => ({
      ...passage,
      notification: (runId && told.get(runId)) || null,
    })),
  };
}

async function notificationsOf(ctx: WorkspaceContext, contactId: string, passages: readonly PassageRow[]) {
  const runIds = passages.flatMap(({ runId }) => runId ?? []);
  if (runIds.length === 0) return new Map<string, never>();
  const filter = { runIds, contactIds: [contactId] };
  const rows = await listNotifications(ctx.scope, filter, undefined, runIds.length);
  return new Map(
    rows.map((row) => {
      const { id, status } = toListed(row);
      return [row.runId, { id, status, reason: row.skipReason ?? row.code }];
    }),
  );
}
