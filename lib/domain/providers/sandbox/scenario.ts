import { z } from "zod";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { callSandbox } from "./call-sandbox";

/** The trouble the sandbox makes for a workspace: shares from 0 to 1, latency as its median. */
export type Scenario = { throttledShare: number; unavailableShare: number; latencyMs: number };

const slowestFactor = 4;

const answer = z.object({
  scenario: z.object({
    p429: z.number().default(0),
    p5xx: z.number().default(0),
    latency: z.object({ p50: z.number() }).optional(),
  }),
});

export async function getScenario(ctx: WorkspaceContext): Promise<Scenario> {
  ctx.require("providers.read");
  return toScenario(await callSandbox("/_/scenario", { query: { workspace: ctx.workspaceId } }));
}

export async function setScenario(ctx: WorkspaceContext, scenario: Scenario): Promise<Scenario> {
  ctx.require("providers.write");
  const { throttledShare: p429, unavailableShare: p5xx, latencyMs } = scenario;
  const latency = latencyMs > 0 ? { p50: latencyMs, p99: latencyMs * slowestFactor } : undefined;
  const body = { workspace: ctx.workspaceId, p429, p5xx, ...(latency && { latency }) };
  return toScenario(await callSandbox("/_/scenario", { body }));
}

function toScenario(given: unknown): Scenario {
  const { p429, p5xx, latency } = answer.parse(given ?? { scenario: {} }).scenario;
  return { throttledShare: p429, unavailableShare: p5xx, latencyMs: Math.round(latency?.p50 ?? 0) };
}
