import { insertMember } from "@/db/queries/members";
import type { WorkspaceRow } from "@/db/queries/system/member-workspaces";
import { insertWorkspace } from "@/db/queries/workspaces";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { sendingRulesOfNewWorkspace } from "@/lib/domain/timing/sending-rules";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { conflict, invalidField } from "@/lib/platform/errors";
import { type ConsentMode, consentModeFor, isUsableSlug, slugCandidate, slugOf } from "./workspace";

export type WorkspaceInput = {
  name: string;
  /** Derived from the name when absent. */
  slug?: string | undefined;
  locale: string;
  timeZone: string;
  /** What the zone suggests when absent. */
  consentMode?: ConsentMode | undefined;
};

const attemptsMax = 50;

/** Makes the workspace that the context already names, with whoever acts as its owner and the sandbox to send with. */
export async function foundWorkspace(tx: TransactionContext, input: WorkspaceInput): Promise<WorkspaceRow> {
  const { name, locale, timeZone, consentMode = consentModeFor(timeZone) } = input;
  const workspace = await insertUnderFreeSlug(tx, { ...input, consentMode });
  await insertMember(tx.scope, { userId: tx.actor.id, role: "owner" });
  await createSandboxProviders(tx);
  const target = { kind: "workspace", id: workspace.id, name };
  await tx.audit("workspace.created", target, {
    after: { name, slug: workspace.slug, locale, timeZone, consentMode },
  });
  return workspace;
}

async function insertUnderFreeSlug(
  tx: TransactionContext,
  input: WorkspaceInput & { consentMode: ConsentMode },
): Promise<WorkspaceRow> {
  const { name, locale, timeZone, consentMode } = input;
  if (input.slug !== undefined) assertUsableSlug(input.slug);
  const wanted = input.slug ?? slugOf(name);
  for (let attempt = 0; attempt < (input.slug ? 1 : attemptsMax); attempt += 1) {
    const slug = slugCandidate(wanted, attempt);
    const workspace = await insertWorkspace(tx.scope, {
      name,
      slug,
      locale,
      timeZone,
      consentMode,
      sendingRules: sendingRulesOfNewWorkspace,
    });
    if (workspace) return workspace;
  }
  throw slugTaken();
}

/** It leads to the workspace, and nowhere else. */
export function assertUsableSlug(slug: string): void {
  if (isUsableSlug(slug)) return;
  const detail = "Small letters, digits and single dashes; some words are ours.";
  throw invalidField("slug", detail, "slug_not_usable");
}

export const slugTaken = () => conflict("This address is taken.", { reason: "slug_taken" });
