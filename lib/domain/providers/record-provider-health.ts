import { addProviderOutcomes } from "@/db/queries/providers/provider-health";
import type { WorkspaceScope } from "@/db/scope";
import type { OutcomeTally } from "./outcome-tally";

/** Notes what a provider answered to a batch: one statement however many messages, so call it once per chunk or flush. */
export async function recordProviderHealth(
  scope: WorkspaceScope,
  providerId: string,
  tally: OutcomeTally,
): Promise<void> {
  if (!tally.isEmpty) await addProviderOutcomes(scope, providerId, tally);
}
