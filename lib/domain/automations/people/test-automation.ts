import { insertTestVersion, lockAutomation } from "@/db/queries/automations/automations";
import { findEnrolment } from "@/db/queries/automations/list-enrolments";
import { addMessageCampaigns } from "@/db/queries/automations/message-campaigns";
import { findContact } from "@/db/queries/contacts/find-contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { assertOwnReports } from "../assert-own-steps";
import { assertReady } from "../assert-ready";
import { assertCan } from "../automation";
import { type Definition, messageSteps } from "../definition";
import { enter } from "../journey/enter";
import type { Subject } from "../journey/subject";
import { type Enrolment, toEnrolment } from "./list-enrolments";

type Input = {
  automationId: string;
  contactId: string;
  skipWaits: boolean;
  properties?: Record<string, unknown> | undefined;
};

/** Sends somebody through the draft as it stands, in the sandbox alone and in no figures. */
export async function testAutomation(
  ctx: WorkspaceContext,
  { automationId, contactId, skipWaits, properties = {} }: Input,
): Promise<Enrolment> {
  ctx.require("automations.write");
  return ctx.transaction(async (tx) => {
    const row = await lockAutomation(tx.scope, automationId);
    if (!row) throw notFound();
    assertCan(row.status, "edit");
    const contact = await findContact(tx.scope, contactId);
    if (!contact) throw invalidField("contact_id", "Nobody has this id.", "unknown_contact");
    await assertReady(tx, row.draft, "be tested");
    const { id, name, version, draft } = row;
    const by = tx.actor.name;
    const number = await insertTestVersion(tx.scope, { automationId: id, version, definition: draft, by });
    await addMessageCampaigns(tx.scope, { automationId: id, name, by, steps: messageSteps(draft) });
    await assertOwnReports(tx.scope, { automationId: id, definition: draft });
    const now = tx.now();
    const [entered] = await enter(tx, { id, number, definition: draft }, [
      {
        contactId,
        entryKey: `test:${newId()}`,
        subject: subjectOf(draft, properties),
        dueAt: now,
        triggeredAt: now,
        properties,
        isTest: true,
        skipWaits,
      },
    ]);
    const listed = entered && (await findEnrolment(tx.scope, id, entered.id));
    if (!listed) throw notFound();
    await tx.audit("automation.tested", { kind: "automation", id, name }, { after: { contactId } });
    return toEnrolment(tx, listed);
  });
}

const subjectOf = ({ trigger }: Definition, { cart_id: cartId }: Record<string, unknown>): Subject =>
  trigger.kind === "cart_abandoned"
    ? { kind: "cart", cartId: typeof cartId === "string" ? cartId : "test" }
    : { kind: "event" };
