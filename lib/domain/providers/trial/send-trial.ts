import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { getProvider } from "../get-provider";
import { openTransport } from "../open-transport";
import type { Outcome } from "../outcome";
import { recordProviderHealth } from "../record-provider-health";
import { trialMessageFor } from "./trial-message";
import { findTrialTarget, type TrialRecipient } from "./trial-target";

const timeoutMs = 20_000;

const textDefaults = { title: "PushPilot", body: "This is a test message." };

export type TrialInput = TrialRecipient & {
  providerId: string;
  title?: string | undefined;
  body?: string | undefined;
};

/** What the provider answered, in its own words. */
export type Trial = {
  outcome: Outcome["kind"];
  code: string;
  detail: string;
  providerMessageId: string | null;
  sentTo: string;
  tookMs: number;
};

/** Sends one message through this very provider, active or not, and tells what it answered. Never retries. */
export async function sendTrial(ctx: WorkspaceContext, input: TrialInput): Promise<Trial> {
  ctx.require("providers.write");
  const { providerId, title = textDefaults.title, body = textDefaults.body } = input;
  const provider = await getProvider(ctx, { providerId });
  if (provider.archivedAt)
    throw conflict("An archived provider sends nothing.", { reason: "provider_archived" });
  const target = await findTrialTarget(ctx, provider, input);
  const { transport } = await openTransport(ctx.scope, providerId);
  const message = trialMessageFor(provider.channel, target, { id: newId(), title, body });
  const startedAt = performance.now();
  const outcome = await transport.sendOne(message, AbortSignal.timeout(timeoutMs));
  const tookMs = Math.round(performance.now() - startedAt);
  await noteOutcome(ctx, provider, outcome);
  const { kind, code, detail } = outcome;
  const providerMessageId = outcome.kind === "accepted" ? outcome.providerMessageId : null;
  return { outcome: kind, code, detail, providerMessageId, sentTo: target.address, tookMs };
}

async function noteOutcome(
  ctx: WorkspaceContext,
  { id, name }: { id: string; name: string },
  outcome: Outcome,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    await recordProviderHealth(tx.scope, id, outcome);
    const after = { outcome: outcome.kind, code: outcome.code };
    await tx.audit("provider.tested", { kind: "provider", id, name }, { after });
  });
}
