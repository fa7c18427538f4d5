import { z } from "zod";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { callSandbox } from "./call-sandbox";

const stats = z.object({
  asked: z.number(),
  accepted: z.number(),
  refused: z.record(z.string(), z.number()),
  devices: z.number(),
  messages: z.number(),
  askedAgain: z.number(),
  shown: z.number(),
  shownTwice: z.number(),
});

export type SandboxStats = z.infer<typeof stats>;

export async function getSandboxStats(ctx: WorkspaceContext): Promise<SandboxStats> {
  ctx.require("notifications.read");
  return stats.parse(await callSandbox("/_/stats", { query: { workspace: ctx.workspaceId } }));
}
