import { lockEnrolment } from "@/db/queries/automations/enrolments";
import { findEnrolment } from "@/db/queries/automations/list-enrolments";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidState, notFound } from "@/lib/platform/errors";
import { leave } from "../journey/leaving/leave";
import { type Enrolment, toEnrolment } from "./list-enrolments";

/** Takes a person out. What was handed to the sender already still goes. */
export async function removeEnrolment(
  ctx: WorkspaceContext,
  { automationId, enrolmentId }: { automationId: string; enrolmentId: string },
): Promise<Enrolment> {
  ctx.require("automations.publish");
  return ctx.transaction(async (tx) => {
    const locked = await lockEnrolment(tx.scope, enrolmentId);
    if (locked?.automationId !== automationId) throw notFound();
    if (locked.status !== "active")
      throw invalidState("This person has left already.", {
        reason: "enrolment_state",
        from: locked.status,
        allowed: ["active"],
      });
    await leave(tx, [{ enrolment: locked, reason: "removed", detail: { by: tx.actor.name } }]);
    const row = await findEnrolment(tx.scope, automationId, enrolmentId);
    if (!row) throw notFound();
    const target = { kind: "automation", id: automationId, name: row.automationName } as const;
    await tx.audit("automation.person_removed", target, { after: { contactId: row.contactId } });
    return toEnrolment(tx, row);
  });
}
