import type { PushEndpoint } from "@/lib/providers/web-push/push-endpoint";

const mintedPath = /\/wpush\/v2\/([\w.-]+)$/;
const labelLengthMax = 80;

/**
 * Every web push endpoint leads to the sandbox, wherever it points: those the sandbox minted at whichever port it
 * listens now, those of real browsers and of other workspaces as `sealed`: nobody here has the key to look inside.
 */
export function toSandboxEndpoint(endpoint: string, workspaceId: string, origin: string): PushEndpoint {
  const minted = mintedPath.exec(endpoint)?.[1];
  if (minted?.startsWith(`${workspaceId}.`)) return { origin, path: `/wpush/v2/${minted}` };
  const label = endpoint.replace(/[^A-Za-z0-9-]/g, "-").slice(-labelLengthMax);
  return { origin, path: `/wpush/v2/${workspaceId}.sealed-${label}` };
}
