import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict } from "@/lib/platform/errors";
import { getProvider } from "../get-provider";
import { sendOnce, type Trial } from "./send-once";
import { trialMessageOf } from "./trial-message";
import { findTrialTarget, type TrialRecipient } from "./trial-target";

const textDefaults = { title: "PushPilot", body: "This is a test message." };

export type TrialInput = TrialRecipient & {
  providerId: string;
  title?: string | undefined;
  body?: string | undefined;
};

/** Sends one message through this very provider, active or not, and tells what it answered. */
export async function sendTrial(ctx: WorkspaceContext, input: TrialInput): Promise<Trial> {
  ctx.require("providers.write");
  const { providerId, title = textDefaults.title, body = textDefaults.body } = input;
  const provider = await getProvider(ctx, { providerId });
  if (provider.archivedAt)
    throw conflict("An archived provider sends nothing.", { reason: "provider_archived" });
  const target = await findTrialTarget(ctx, provider, input);
  return sendOnce(ctx, provider, {
    message: trialMessageOf(provider.channel, target, { title, body }),
    sentTo: target.address,
    audit: {
      action: "provider.tested",
      target: { kind: "provider", id: provider.id, name: provider.name },
    },
  });
}
