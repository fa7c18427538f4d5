import { cursorOf } from "@/db/keyset";
import { findAutomation } from "@/db/queries/automations/automations";
import {
  type EnrolmentFilter,
  type ListedEnrolment,
  listEnrolments as listRows,
  newestFirst,
} from "@/db/queries/automations/list-enrolments";
import { findContact } from "@/db/queries/contacts/find-contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { type ListInput, type Page, parsePage, toPage } from "@/lib/platform/paging";

type Input = ListInput & Omit<EnrolmentFilter, "automationId">;

export type Enrolment = ReturnType<typeof toEnrolment>;

/** Who came into an automation, the latest first. */
export async function listEnrolments(
  ctx: WorkspaceContext,
  { automationId, ...input }: Input & { automationId: string },
): Promise<Page<Enrolment>> {
  ctx.require("automations.read");
  // Addresses are among what is searched.
  if (input.q) ctx.require("contacts.read");
  if (!(await findAutomation(ctx.scope, automationId))) throw notFound();
  return pageOf(ctx, { automationId, ...input });
}

/** The automations that a person is or was in, the latest first. */
export async function listContactEnrolments(
  ctx: WorkspaceContext,
  { contactId, ...input }: Input & { contactId: string },
): Promise<Page<Enrolment>> {
  ctx.require("automations.read");
  if (!(await findContact(ctx.scope, contactId))) throw notFound();
  return pageOf(ctx, { contactId, ...input });
}

async function pageOf(
  ctx: WorkspaceContext,
  { limit, after, page: pageNo, pageSize, ...filter }: ListInput & EnrolmentFilter,
): Promise<Page<Enrolment>> {
  const page = parsePage({ limit, after, page: pageNo, pageSize });
  const rows = await listRows(ctx.scope, filter, page);
  return toPage(
    rows.map((row) => toEnrolment(ctx, row)),
    page.limit,
    (row) => cursorOf(newestFirst, row),
    null,
  );
}

export const toEnrolment = (
  ctx: WorkspaceContext,
  { contactId, externalId, firstName, lastName, ...row }: ListedEnrolment,
) => ({
  ...row,
  contact: ctx.can("contacts.read") ? { id: contactId, externalId, firstName, lastName } : null,
});
