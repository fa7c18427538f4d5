import type { ProviderRow } from "@/db/queries/providers/provider-row";
import type { AuditTarget, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Message } from "../message-port";
import { openTransport } from "../open-transport";
import type { Outcome } from "../outcome";
import { OutcomeTally } from "../outcome-tally";
import { recordProviderHealth } from "../record-provider-health";

const timeoutMillisDefault = 20_000;

/** What the provider answered, in its own words. */
export type Trial = {
  outcome: Outcome["kind"];
  code: string;
  detail: string;
  providerMessageId: string | null;
  sentTo: string;
  tookMs: number;
};

type Sending = {
  message: Message;
  sentTo: string;
  audit: { action: string; target: AuditTarget; after?: Record<string, unknown> };
  timeoutMillis?: number;
};

/** One message outside of any run, never retried; what came of it goes to the provider's health and the audit log. */
export async function sendOnce(
  ctx: WorkspaceContext,
  { id }: Pick<ProviderRow, "id">,
  { message, sentTo, audit, timeoutMillis = timeoutMillisDefault }: Sending,
): Promise<Trial> {
  const { transport } = await openTransport(ctx.scope, id);
  const startedAt = performance.now();
  const outcome = await transport.sendOne(message, AbortSignal.timeout(timeoutMillis));
  const tookMs = Math.round(performance.now() - startedAt);
  const { kind, code, detail } = outcome;
  await ctx.transaction(async (tx) => {
    await recordProviderHealth(tx.scope, id, OutcomeTally.of([outcome]));
    await tx.audit(audit.action, audit.target, { after: { ...audit.after, outcome: kind, code } });
  });
  const providerMessageId = outcome.kind === "accepted" ? outcome.providerMessageId : null;
  return { outcome: kind, code, detail, providerMessageId, sentTo, tookMs };
}
