import type { MessageChannel } from "@/lib/domain/providers/message-port";
import type { ProviderKind } from "@/lib/domain/providers/provider";
import { fcmCredentialsSchema } from "./fcm/fcm-credentials";
import { parseServiceAccount } from "./fcm/service-account";
import type { ConnectionTest, TransportOptions } from "./provider-definition";
import { sandboxProviderSchema, toSandboxSmtpOptions } from "./sandbox/sandbox-channels";
import { sandboxCredentials } from "./sandbox/sandbox-credentials";
import { reachOf } from "./smtp/mail-server";
import { smtpCredentialsSchema } from "./smtp/smtp-credentials";
import { verifyConnection } from "./smtp/verify-connection";
import { webPushCredentialsSchema } from "./web-push/vapid";

const checkMillis = 15_000;

/** Asks the provider whether it would take our messages, without reaching a recipient. Throws for malformed credentials. */
export async function testConnection(
  kind: ProviderKind,
  channel: MessageChannel,
  credentials: unknown,
  options: TransportOptions = {},
): Promise<ConnectionTest> {
  switch (kind) {
    case "fcm": {
      const parsed = parseServiceAccount(fcmCredentialsSchema.parse(credentials).serviceAccountJson);
      if (!parsed.isOk)
        return { isOk: false, kind: "auth_or_config", code: parsed.problem, detail: parsed.message };
      return verifyFcm({ account: parsed.account });
    }
    case "web_push":
      webPushCredentialsSchema.parse(credentials);
      return {
        isOk: true,
        detail: "The keys belong together. Push services check them with the first message.",
      };
    case "smtp": {
      const limits = { connectionsMax: 1, requestTimeoutMillis: checkMillis };
      const reach = reachOf(options);
      return verifyConnection({ credentials: smtpCredentialsSchema.parse(credentials), reach, ...limits });
    }
    case "sandbox":
      return testSandbox(channel, credentials, options);
  }
}

async function testSandbox(
  channel: MessageChannel,
  credentials: unknown,
  options: TransportOptions,
): Promise<ConnectionTest> {
  const { workspaceId } = sandboxProviderSchema.parse(credentials);
  const url = options.sandboxUrl;
  const unreached = { isOk: false, kind: "transient" } as const;
  if (!url) return { ...unreached, code: "sandbox_not_running", detail: "No sandbox is running." };
  if (channel === "email") return verifyConnection(toSandboxSmtpOptions(credentials, options));
  if (channel === "app_push") {
    const { account, tokenUrl } = sandboxCredentials(workspaceId, url).appPush;
    return verifyFcm({ account, sandbox: { url, tokenUrl } });
  }
  try {
    const { ok, status } = await fetch(`${url}/_/health`, { signal: AbortSignal.timeout(checkMillis) });
    return ok
      ? { isOk: true, detail: "The sandbox answers. Nothing leaves this machine." }
      : { ...unreached, code: `http_${status}`, detail: "The sandbox refused." };
  } catch {
    return { ...unreached, code: "sandbox_unreachable", detail: `Nothing answers at ${url}.` };
  }
}

/** firebase-admin is slow to load and needed for nothing else. */
async function verifyFcm(
  target: Parameters<typeof import("./fcm/verify-credentials")["verifyCredentials"]>[0],
) {
  const { verifyCredentials } = await import("./fcm/verify-credentials");
  return verifyCredentials(target);
}
