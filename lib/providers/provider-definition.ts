import type { z } from "zod";
import type { MessageChannel, MessageOf, Transport } from "@/lib/domain/providers/message-port";

export type ProviderKind = "fcm" | "web_push" | "smtp" | "sandbox";

export type CredentialField = {
  name: string;
  /** Never returned after it was saved, only replaced. */
  isSecret: boolean;
  isRequired: boolean;
  input: "text" | "number" | "switch" | "password" | "json";
};

/** Where the transport may go beyond the vendor's own addresses. Set by us, never by a user. */
export type TransportOptions = {
  /** Origin of the running sandbox, e.g. `http://127.0.0.1:4010`; required for kind `sandbox`. */
  sandboxUrl?: string;
  /** `smtp://127.0.0.1:4011`; required for kind `sandbox` on `email`. */
  sandboxSmtpUrl?: string;
  requestTimeoutMs?: number;
  /** HTTP/2 connections (FCM) or SMTP connections at most. */
  connectionsMax?: number;
};

export type ConnectionTest = { isOk: true; detail: string } | { isOk: false; code: string; detail: string };

export type ProviderDefinition<C = unknown> = {
  kind: ProviderKind;
  channels: readonly MessageChannel[];
  credentialsSchema: z.ZodType<C>;
  fields: readonly CredentialField[];
  createTransport<K extends MessageChannel>(
    channel: K,
    credentials: C,
    options: TransportOptions,
  ): Transport<MessageOf<K>>;
  /** Talks to the provider without sending anything to a recipient. */
  testConnection(channel: MessageChannel, credentials: C, options: TransportOptions): Promise<ConnectionTest>;
};
