import { findAutomationWithMessage } from "@/db/queries/automations/message-campaigns";
import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { findContact, listSubscriptionsOf } from "@/db/queries/contacts/find-contact";
import { withAddresses } from "@/lib/domain/contacts/get-contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound, unprocessable } from "@/lib/platform/errors";
import type {
  DocumentPerson,
  KeptDocument,
  KeptPerson,
  Notice,
  NotificationDocument,
} from "./notification-document";
import { tellPerson } from "./person/person-words";
import { noticeOfDefinition } from "./telling/automation-notice";
import { noticeOfCampaign } from "./telling/campaign-notice";
import { tellNotice } from "./telling/tell-notice";

/** A campaign, or the automation whose message has this id, as a notification document: as it is now. */
export async function getDocument(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<NotificationDocument> {
  ctx.require("campaigns.read");
  const { kept, notice, untold, createdAt } =
    (await findInCampaigns(ctx, campaignId)) ?? (await findInAutomations(ctx, campaignId));
  const { told, untold: more } = tellNotice(kept, notice);
  refuseUntold([...untold, ...more]);
  const person = kept?.cdp_data && (await findPerson(ctx, kept.cdp_data));
  return {
    ...told,
    ...(kept ? {} : { created_at: createdAt.toISOString() }),
    ...(person && { cdp_data: person }),
  };
}

type Found = { kept: KeptDocument | null; notice: Notice; untold: string[]; createdAt: Date };

async function findInCampaigns(ctx: WorkspaceContext, id: string): Promise<Found | undefined> {
  const row = await findCampaign(ctx.scope, id);
  if (!row) return undefined;
  return { ...noticeOfCampaign(row, row.document), kept: row.document, createdAt: row.createdAt };
}

async function findInAutomations(ctx: WorkspaceContext, id: string): Promise<Found> {
  const row = ctx.can("automations.read") ? await findAutomationWithMessage(ctx.scope, id) : undefined;
  const found = row && noticeOfDefinition(row.draft, id);
  if (!row || !found) throw notFound();
  return { ...found, kept: row.document, createdAt: row.createdAt };
}

/** A document that leaves out to whom or when would say something else. */
function refuseUntold(untold: string[]): void {
  if (untold.length === 0) return;
  const reason = "document_cannot_say";
  const detail = "A notification document has no words for this. Read it as application/json instead.";
  throw unprocessable(`${untold.join(", ")}: ${detail}`, {
    reason,
    errors: untold.map((pointer) => ({ pointer, code: reason, detail })),
  });
}

/** As the contact is known now; nothing of whom nobody knows any more, and nothing to those who may not see contacts. */
async function findPerson(ctx: WorkspaceContext, kept: KeptPerson): Promise<DocumentPerson | undefined> {
  if (!ctx.can("contacts.read")) return undefined;
  const contact = await findContact(ctx.scope, kept.contact_id);
  if (!contact || contact.erasedAt) return undefined;
  const subscriptions = await listSubscriptionsOf(ctx.scope, [contact.id]);
  return tellPerson(kept, withAddresses(contact, subscriptions, []));
}
