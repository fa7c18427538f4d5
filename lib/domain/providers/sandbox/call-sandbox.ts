import { AppError } from "@/lib/platform/errors";
import { transportOptions } from "../open-transport";

const timeoutMillis = 5_000;

const notRunning = (cause?: unknown) =>
  new AppError(
    "provider_unavailable",
    "No sandbox is running in this installation.",
    { reason: "sandbox_not_running" },
    { cause },
  );

type SandboxCall = { query?: Record<string, string | undefined>; body?: object };

/** Asks the sandbox's own API; undefined where it has no such path. Callers name the workspace: the sandbox asks nobody. */
export async function callSandbox(
  path: `/_/${string}`,
  { query = {}, body }: SandboxCall = {},
): Promise<unknown> {
  const { sandboxUrl } = transportOptions();
  if (!sandboxUrl) throw notRunning();
  const url = new URL(path, sandboxUrl);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  const init = body ? { method: "POST", body: JSON.stringify(body) } : {};
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMillis) }).catch(
    (error: unknown) => {
      throw notRunning(error);
    },
  );
  if (response.status === 404) return undefined;
  if (!response.ok)
    throw new Error(`The sandbox answered ${response.status} to ${path}: ${await response.text()}`);
  return response.json();
}
