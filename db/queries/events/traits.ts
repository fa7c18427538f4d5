import type { WorkspaceScope } from "@/db/scope";
import type { TraitSources } from "@/lib/domain/events/trait-precedence";

/** After the traits themselves: whatever else writes a contact forgets who said what. */
export async function setTraitSources(
  tx: WorkspaceScope,
  contactId: string,
  sources: TraitSources,
): Promise<void> {
  await tx.sql`
    update contacts set trait_sources = ${tx.json(sources)} where workspace_id = ${tx.id} and id = ${contactId}`;
}
