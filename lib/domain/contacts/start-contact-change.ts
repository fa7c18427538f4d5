import { countSelectedContacts } from "@/db/queries/contacts/selected-contacts";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import type { JobKind } from "@/lib/domain/jobs/job";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import type { TagChange } from "./change-selected-contacts";
import type { ContactSelection } from "./contact-selection";

/** Deletes every contact of the selection, in the background. */
export function startContactDeletion(ctx: WorkspaceContext, selection: ContactSelection): Promise<Job> {
  ctx.require("contacts.write");
  return start(ctx, "contact_deletion", selection, {});
}

/** Adds and removes tags on every contact of the selection, in the background. */
export function startContactTagging(
  ctx: WorkspaceContext,
  {
    addTags = [],
    removeTags = [],
    ...selection
  }: ContactSelection & { addTags?: string[] | undefined; removeTags?: string[] | undefined },
): Promise<Job> {
  ctx.require("contacts.write");
  const change: TagChange = { add: [...new Set(addTags)], remove: removeTags };
  return start(ctx, "contact_tagging", selection, { change });
}

async function start(
  ctx: WorkspaceContext,
  kind: JobKind,
  selection: ContactSelection,
  more: Record<string, unknown>,
): Promise<Job> {
  const jobId = newId();
  const total = await countSelectedContacts(ctx.scope, selection);
  const params = { selection, ...more };
  await ctx.transaction((tx) => startJob(tx, { id: jobId, kind, title: "", total, params }));
  return loadJob(ctx, jobId);
}
