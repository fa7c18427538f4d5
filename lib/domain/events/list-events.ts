import { listEventNames as listNames, listEvents as listRows } from "@/db/queries/events/list-events";
import { resolvePeople } from "@/db/queries/events/resolve-people";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { firstIdAt } from "@/lib/platform/ids";
import { parsePage, toPage } from "@/lib/platform/paging";

export type EventListInput = {
  limit?: number | undefined;
  after?: string | undefined;
  name?: string[] | undefined;
  contactId?: string | undefined;
  externalId?: string | undefined;
  campaignId?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
};

export async function listEvents(ctx: WorkspaceContext, input: EventListInput) {
  ctx.require("events.read");
  const page = parsePage(input);
  const contactIds = await contactsOf(ctx, input);
  const filter = {
    name: input.name && [...new Set(input.name)],
    contactId: contactIds?.[0],
    campaignId: input.campaignId,
    fromId: input.since && firstIdAt(input.since),
    beforeId: input.until && firstIdAt(input.until),
  };
  const rows = contactIds?.length === 0 ? [] : await listRows(ctx.scope, filter, page);
  return toPage(rows.map(toListed), page.limit, ({ id }) => [id], null);
}

/** Nobody, when the two ids name different people. */
async function contactsOf(ctx: WorkspaceContext, { contactId, externalId }: EventListInput) {
  if (externalId === undefined) return contactId === undefined ? undefined : [contactId];
  const [found] = await resolvePeople(ctx.scope, [{ kind: "external", key: externalId }]);
  return found && (contactId ?? found) === found ? [found] : [];
}

function toListed({
  firstName,
  lastName,
  externalId,
  campaignId,
  campaignName,
  automationId,
  ...row
}: Awaited<ReturnType<typeof listRows>>[number]) {
  const isKnown = firstName !== null && lastName !== null;
  return {
    ...row,
    contact: isKnown ? { id: row.contactId, externalId, firstName, lastName } : null,
    campaign: campaignId && !automationId ? { id: campaignId, name: campaignName ?? "" } : null,
    automation: automationId ? { id: automationId, name: campaignName ?? "" } : null,
  };
}

export async function listEventNames(ctx: WorkspaceContext): Promise<{ names: string[] }> {
  ctx.require("events.read");
  return { names: await listNames(ctx.scope) };
}
