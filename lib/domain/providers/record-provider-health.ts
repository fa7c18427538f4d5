import { addProviderOutcomes } from "@/db/queries/providers/provider-health";
import type { WorkspaceScope } from "@/db/scope";
import type { Outcome } from "./outcome";
import { tallyOutcomes } from "./tally-outcomes";

/** Notes what a provider answered to a batch: one statement however many messages, so call it once per chunk or flush. */
export async function recordProviderHealth(
  scope: WorkspaceScope,
  providerId: string,
  outcomes: Outcome | readonly Outcome[],
): Promise<void> {
  const batch = "kind" in outcomes ? [outcomes] : outcomes;
  if (batch.length === 0) return;
  await addProviderOutcomes(scope, providerId, tallyOutcomes(batch));
}
