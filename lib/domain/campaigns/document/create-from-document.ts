import { hasMatching } from "@/db/queries/audience/count-audience";
import { insertCampaign } from "@/db/queries/campaigns/campaigns";
import { listKnownTags } from "@/db/queries/contacts/known-tags";
import { listAttributeNames } from "@/db/queries/content/list-attribute-names";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { retryOnUniqueViolation } from "@/db/unique-violation";
import { addAutomation } from "@/lib/domain/automations/create-automation";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidRequest, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { KeptDocument, Notice, NotificationDocument } from "./notification-document";
import { assertUsablePerson, savePerson } from "./person/save-person";
import { findContentProblems, findRefusals } from "./reading/check-notice";
import { type DocumentWarning, findWarnings } from "./reading/find-warnings";
import { nameOfDocument } from "./reading/name-of-document";
import { readContent, readNotice } from "./reading/read-notice";
import { toDefinition } from "./telling/automation-notice";
import { toCampaignFields } from "./telling/campaign-notice";
import { purchasesField } from "./words/targeting-words";

export type FromDocument = {
  kind: "campaign" | "automation";
  /** Of the campaign, or of the automation's message: the document is found under it. */
  id: string;
  automationId: string | null;
  name: string;
  /** Whom `cdp_data` is about. */
  contactId: string | null;
  warnings: DocumentWarning[];
};

/** Makes of a notification document what it says: a campaign with its time, or an automation with its trigger; a draft either way. */
export async function createFromDocument(
  ctx: WorkspaceContext,
  document: NotificationDocument,
): Promise<FromDocument> {
  ctx.require("campaigns.write");
  if (document.schedule?.type === "trigger_based") ctx.require("automations.write");
  if (document.cdp_data) ctx.require("events.track");
  const workspace = await findSendingWorkspace(ctx.scope);
  if (!workspace) throw notFound();
  const notice = readNotice(document, workspace.locale);
  const warnings = await judge(ctx, document, notice);
  if (document.cdp_data) assertUsablePerson(document.cdp_data);
  const made = await retryOnUniqueViolation(() => ctx.transaction((tx) => make(tx, document, notice)));
  return { ...made, warnings };
}

/** Refuses what cannot be taken, all of it at once; gives what was taken and deserves a second look. */
async function judge(
  ctx: WorkspaceContext,
  document: NotificationDocument,
  notice: Notice,
): Promise<DocumentWarning[]> {
  const attributeNames = await listAttributeNames(ctx.scope);
  const problems = findContentProblems(notice, attributeNames);
  const refusals = findRefusals(notice, problems, ctx.now());
  const [first] = refusals;
  if (first) throw invalidRequest(`${first.pointer}: ${first.detail}`, refusals);
  return findWarnings({
    document,
    notice,
    problems,
    converted: readContent(document, notice.content.language).converted,
    hasPurchases: await hasMatching(ctx.scope, { field: purchasesField, operator: "is_set" }),
    tags: new Set(await listKnownTags(ctx.scope, document.segments ?? [])),
  });
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
