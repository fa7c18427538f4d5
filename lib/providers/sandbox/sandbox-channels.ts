import { z } from "zod";
import { AccessTokens } from "@/lib/providers/fcm/access-token";
import { createFcmTransport } from "@/lib/providers/fcm/fcm-transport";
import { type TransportFactory, type TransportOptions, toLimits } from "@/lib/providers/provider-definition";
import type { SmtpTransportOptions } from "@/lib/providers/smtp/smtp-transport";
import { createSmtpTransport } from "@/lib/providers/smtp/smtp-transport";
import { createWebPushTransport } from "@/lib/providers/web-push/web-push-transport";
import { sandboxCredentials } from "./sandbox-credentials";
import { toSandboxEndpoint } from "./sandbox-endpoint";
import { createSandboxTransport, type GenericMessage } from "./sandbox-transport";

/** A sandbox provider knows only whose it is; everything else follows from that. */
export const sandboxProviderSchema = z.strictObject({ workspaceId: z.string().regex(/^[\w-]+$/) });

/** The real adapters where the sandbox speaks the vendor's protocol, the generic one elsewhere. */
export const sandboxTransports: Required<TransportFactory> = {
  app_push(credentials, options) {
    const { account, baseUrl, tokenUrl } = getCredentials(credentials, options).appPush;
    const tokens = new AccessTokens(account, tokenUrl);
    return createFcmTransport({
      projectId: account.projectId,
      tokens,
      baseUrl,
      ...toLimits(options, 4),
    });
  },
  web_push(credentials, options) {
    const { workspaceId } = sandboxProviderSchema.parse(credentials);
    const origin = getSandboxUrl(options);
    return createWebPushTransport({
      credentials: sandboxCredentials(workspaceId, origin).webPush,
      findEndpoint: (endpoint) => toSandboxEndpoint(endpoint, workspaceId, origin),
      allowedOrigins: [origin],
      ...toLimits(options, 64),
    });
  },
  email: (credentials, options) => createSmtpTransport(toSandboxSmtpOptions(credentials, options)),
  sms: (credentials, options) => createSandboxTransport(toGenericOptions("sms", credentials, options)),
  whatsapp: (credentials, options) =>
    createSandboxTransport(toGenericOptions("whatsapp", credentials, options)),
  telegram: (credentials, options) =>
    createSandboxTransport(toGenericOptions("telegram", credentials, options)),
  in_app: (credentials, options) => createSandboxTransport(toGenericOptions("in_app", credentials, options)),
};

export function toSandboxSmtpOptions(workspace: unknown, options: TransportOptions): SmtpTransportOptions {
  const { user, password, fromAddress } = getCredentials(workspace, options).email;
  const { hostname: host, port } = new URL(options.sandboxSmtpUrl ?? "smtp://sandbox.invalid:1");
  const server = { host, port: Number(port), security: "none" as const };
  const credentials = { ...server, user, password, fromAddress };
  return { credentials, reach: "anywhere", ...toLimits(options, 20) };
}

function toGenericOptions(
  channel: GenericMessage["channel"],
  credentials: unknown,
  options: TransportOptions,
) {
  const { bearer } = getCredentials(credentials, options);
  return { channel, url: getSandboxUrl(options), bearer, ...toLimits(options, 64) };
}

function getCredentials(credentials: unknown, options: TransportOptions) {
  return sandboxCredentials(sandboxProviderSchema.parse(credentials).workspaceId, getSandboxUrl(options));
}

function getSandboxUrl(options: TransportOptions): string {
  if (!options.sandboxUrl) throw new Error("no sandbox is running: sandboxUrl is missing");
  return options.sandboxUrl;
}
