import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Trial } from "../trial/send-once";
import { sendTrial, type TrialInput } from "../trial/send-trial";
import { requireFirebase } from "./firebase-connection";

export async function sendFirebaseTrial(
  ctx: WorkspaceContext,
  { token, ...input }: Omit<TrialInput, "providerId" | "to"> & { token?: string | undefined },
): Promise<Trial> {
  ctx.require("providers.write");
  const { id: providerId } = await requireFirebase(ctx.scope);
  return sendTrial(ctx, { ...input, providerId, to: token });
}
