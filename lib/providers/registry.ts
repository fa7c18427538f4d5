import { channels } from "@/lib/domain/channels/channel";
import type { MessageChannel, MessageOf, Transport } from "@/lib/domain/providers/message-port";
import type { ProviderKind } from "@/lib/domain/providers/provider";
import { AccessTokens } from "./fcm/access-token";
import { fcmCredentialsSchema } from "./fcm/fcm-credentials";
import { createFcmTransport } from "./fcm/fcm-transport";
import { googleTokenUrl, parseServiceAccount } from "./fcm/service-account";
import {
  type ProviderDefinition,
  type TransportFactory,
  type TransportOptions,
  toLimits,
} from "./provider-definition";
import { sandboxProviderSchema, sandboxTransports } from "./sandbox/sandbox-channels";
import { reachOf } from "./smtp/mail-server";
import { smtpCredentialsSchema } from "./smtp/smtp-credentials";
import { createSmtpTransport } from "./smtp/smtp-transport";
import { findPushEndpoint } from "./web-push/push-endpoint";
import { webPushCredentialsSchema } from "./web-push/vapid";
import { createWebPushTransport } from "./web-push/web-push-transport";

const fcmUrl = "https://fcm.googleapis.com";

const text = { isSecret: false, isRequired: false, input: "text" } as const;
const secret = { isSecret: true, isRequired: false, input: "password" } as const;

export const providerDefinitions: Readonly<Record<ProviderKind, ProviderDefinition>> = {
  fcm: {
    kind: "fcm",
    channels: ["app_push"],
    credentialsSchema: fcmCredentialsSchema,
    fields: [{ name: "serviceAccountJson", isSecret: true, isRequired: true, input: "json" }],
  },
  web_push: {
    kind: "web_push",
    channels: ["web_push"],
    credentialsSchema: webPushCredentialsSchema,
    fields: [
      { ...text, name: "vapidPublicKey", isRequired: true },
      { ...secret, name: "vapidPrivateKey", isRequired: true },
      { ...text, name: "subject", isRequired: true },
    ],
  },
  smtp: {
    kind: "smtp",
    channels: ["email"],
    credentialsSchema: smtpCredentialsSchema,
    fields: [
      { ...text, name: "host", isRequired: true },
      { ...text, name: "port", isRequired: true, input: "number" },
      { ...text, name: "security", isRequired: true, input: "select", choices: ["tls", "starttls", "none"] },
      { ...text, name: "user" },
      { ...secret, name: "password" },
      { ...text, name: "fromAddress", isRequired: true },
      { ...text, name: "fromName" },
      { ...text, name: "dkimDomain" },
      { ...text, name: "dkimSelector" },
      { ...secret, name: "dkimPrivateKey" },
      { ...text, name: "bounceDomain" },
    ],
  },
  sandbox: {
    kind: "sandbox",
    channels,
    credentialsSchema: sandboxProviderSchema,
    fields: [],
  },
};

const transports: Readonly<Record<ProviderKind, TransportFactory>> = {
  fcm: {
    app_push(credentials, options) {
      const parsed = parseServiceAccount(fcmCredentialsSchema.parse(credentials).serviceAccountJson);
      if (!parsed.isOk) throw new Error(parsed.message);
      const { account } = parsed;
      const tokens = new AccessTokens(account, googleTokenUrl);
      return createFcmTransport({
        projectId: account.projectId,
        tokens,
        baseUrl: fcmUrl,
        ...toLimits(options, 10),
      });
    },
  },
  web_push: {
    web_push: (credentials, options) =>
      createWebPushTransport({
        credentials: webPushCredentialsSchema.parse(credentials),
        findEndpoint: findPushEndpoint,
        allowedOrigins: [],
        ...toLimits(options, 64),
      }),
  },
  smtp: {
    email: (credentials, options) =>
      createSmtpTransport({
        credentials: smtpCredentialsSchema.parse(credentials),
        reach: reachOf(options),
        ...toLimits(options, 10),
      }),
  },
  sandbox: sandboxTransports,
};

/** Opens a connection to a provider. Throws for a channel the kind does not send and for credentials its schema refuses. */
export function createTransport<C extends MessageChannel>(
  kind: ProviderKind,
  channel: C,
  credentials: unknown,
  options: TransportOptions = {},
): Transport<MessageOf<C>> {
  const create = transports[kind][channel];
  if (!create) throw new Error(`provider kind ${kind} does not send ${channel}`);
  return create(credentials, options);
}
