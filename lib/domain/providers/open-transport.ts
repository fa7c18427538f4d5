import { findCredentials, findProvider } from "@/db/queries/providers/find-provider";
import type { ProviderRow } from "@/db/queries/providers/provider-row";
import type { WorkspaceScope } from "@/db/scope";
import { env } from "@/lib/platform/env";
import { AppError, notFound } from "@/lib/platform/errors";
import type { TransportOptions } from "@/lib/providers/provider-definition";
import { createTransport } from "@/lib/providers/registry";
import { openCredentials } from "./credentials/sealed-credentials";
import type { Transport } from "./message-port";
import { isSandboxKind } from "./provider";
import { TransportCache } from "./transport/transport-cache";

export type OpenTransport = { transport: Transport; ratePerSecond: number; provider: ProviderRow };

const cache = new TransportCache();

/**
 * The connection of a provider, active or not: a run keeps the one it began with. Connections are shared within the
 * process and replaced when the credentials change, so ask again for each chunk instead of keeping it.
 */
export async function openTransport(scope: WorkspaceScope, providerId: string): Promise<OpenTransport> {
  const provider = await findProvider(scope, providerId);
  if (!provider) throw notFound();
  const key = `${scope.id} ${providerId}`;
  const stored = cache.has(key, provider.version) ? undefined : await findCredentials(scope, providerId);
  const transport = cache.get(key, stored?.version ?? provider.version, () =>
    connect(scope.id, provider, stored?.credentials ?? ""),
  );
  return { transport, ratePerSecond: provider.ratePerSecond, provider };
}

/** For the end of the process. */
export const closeTransports = (): Promise<void> => cache.close();

function connect(workspaceId: string, provider: ProviderRow, sealed: string): Transport {
  assertSandboxRuns(provider);
  const credentials = openCredentials({ workspaceId, providerId: provider.id }, sealed);
  return createTransport(provider.kind, provider.channel, credentials, transportOptions());
}

export function transportOptions(): TransportOptions {
  const { PUSHPILOT_SANDBOX_URL: sandboxUrl, PUSHPILOT_SANDBOX_SMTP_URL: sandboxSmtpUrl } = env();
  return {
    allowsPrivateMailServers: env().PUSHPILOT_PRIVATE_MAIL_SERVERS,
    ...(sandboxUrl && { sandboxUrl: sandboxUrl.replace(/\/$/, "") }),
    ...(sandboxSmtpUrl && { sandboxSmtpUrl }),
  };
}

export function assertSandboxRuns({ kind, channel }: Pick<ProviderRow, "kind" | "channel">): void {
  if (!isSandboxKind(kind)) return;
  const { sandboxUrl, sandboxSmtpUrl } = transportOptions();
  if (sandboxUrl && (channel !== "email" || sandboxSmtpUrl)) return;
  throw new AppError("provider_unavailable", "No sandbox is running in this installation.", {
    reason: "sandbox_not_running",
  });
}
