import { insertCampaign } from "@/db/queries/campaigns/campaigns";
import { retryOnUniqueViolation } from "@/db/unique-violation";
import { addAutomation } from "@/lib/domain/automations/create-automation";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { InvalidParam } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { KeptDocument, Notice, NotificationDocument } from "./notification-document";
import { savePerson } from "./person/save-person";
import { judgeDocument } from "./reading/judge-document";
import { nameOfDocument } from "./reading/name-of-document";
import { toDefinition } from "./telling/automation-notice";
import { toCampaignFields } from "./telling/campaign-notice";

export type FromDocument = {
  kind: "campaign" | "automation";
  /** Of the campaign, or of the automation's message: the document is found under it. */
  id: string;
  automationId: string | null;
  name: string;
  /** Whom `cdp_data` is about. */
  contactId: string | null;
  warnings: InvalidParam[];
};

/** Makes of a notification document what it says: a campaign with its time, or an automation with its trigger; a draft either way. */
export async function createFromDocument(
  ctx: WorkspaceContext,
  document: NotificationDocument,
): Promise<FromDocument> {
  const { notice, warnings } = await judgeDocument(ctx, document);
  const made = await retryOnUniqueViolation(() => ctx.transaction((tx) => make(tx, document, notice)));
  return { ...made, warnings };
}

async function make(
  tx: TransactionContext,
  { cdp_data: person, ...document }: NotificationDocument,
  notice: Notice,
): Promise<Omit<FromDocument, "warnings">> {
  const kept: KeptDocument = person
    ? { ...document, cdp_data: await savePerson(tx, person, document.created_at) }
    : document;
  const id = newId();
  const name = nameOfDocument(document);
  const said = { id, name, contactId: kept.cdp_data?.contact_id ?? null };
  const { time } = notice;
  if (time.kind === "trigger_based") {
    const definition = toDefinition(notice, time, id);
    const automationId = await addAutomation(tx, { name, description: "", definition, document: kept });
    return { kind: "automation", automationId, ...said };
  }
  await insertCampaign(tx.scope, id, toCampaignFields(notice, name), tx.actor.name, kept);
  await tx.audit("campaign.created", { kind: "campaign", id, name });
  return { kind: "campaign", automationId: null, ...said };
}
