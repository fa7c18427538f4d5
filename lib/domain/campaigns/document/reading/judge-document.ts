import { hasMatching } from "@/db/queries/audience/count-audience";
import { listKnownTags } from "@/db/queries/contacts/known-tags";
import { listAttributeNames } from "@/db/queries/content/list-attribute-names";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type InvalidParam, invalidRequest, notFound } from "@/lib/platform/errors";
import type { Notice, NotificationDocument } from "../notification-document";
import { assertUsablePerson } from "../person/save-person";
import { purchasesField } from "../words/targeting-words";
import { findContentProblems, findRefusals } from "./check-notice";
import { findWarnings } from "./find-warnings";
import { readContent, readNotice } from "./read-notice";

export type JudgedDocument = { notice: Notice; warnings: InvalidParam[] };

/** What a document says, once it may be taken: refuses all that cannot be, and warns of what deserves a second look. */
export async function judgeDocument(
  ctx: WorkspaceContext,
  document: NotificationDocument,
): Promise<JudgedDocument> {
  ctx.require("campaigns.write");
  if (document.schedule?.type === "trigger_based") ctx.require("automations.write");
  if (document.cdp_data) ctx.require("events.track");
  const workspace = await findSendingWorkspace(ctx.scope);
  if (!workspace) throw notFound();
  const notice = readNotice(document, workspace.locale);
  const problems = findContentProblems(notice, await listAttributeNames(ctx.scope));
  const refusals = findRefusals(notice, problems, ctx.now());
  const [first] = refusals;
  if (first) throw invalidRequest(`${first.pointer}: ${first.detail}`, refusals);
  if (document.cdp_data) assertUsablePerson(document.cdp_data);
  const [hasPurchases, tags] = await Promise.all([
    hasMatching(ctx.scope, { field: purchasesField, operator: "is_set" }),
    listKnownTags(ctx.scope, document.segments ?? []),
  ]);
  const { converted } = readContent(document, workspace.locale);
  const known = { document, notice, problems, converted, hasPurchases, tags: new Set(tags) };
  return { notice, warnings: findWarnings(known) };
}
