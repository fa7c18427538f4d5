import type { z } from "zod";
import type { MessageChannel, MessageOf, Transport } from "@/lib/domain/providers/message-port";
import type { OutcomeKind } from "@/lib/domain/providers/outcome";
import type { ProviderKind } from "@/lib/domain/providers/provider";

export type CredentialField = {
  name: string;
  /** Never returned after it was saved, only replaced. */
  isSecret: boolean;
  isRequired: boolean;
  input: "text" | "number" | "password" | "json" | "select";
  choices?: readonly string[];
};

/** Where transports may go beyond the vendors' own addresses. Set by us, never by a user. */
export type TransportOptions = {
  /** Origin of the running sandbox, e.g. `http://127.0.0.1:4010`; required for kind `sandbox`. */
  sandboxUrl?: string;
  /** `smtp://127.0.0.1:4011`; required for kind `sandbox` on `email`. */
  sandboxSmtpUrl?: string;
  /** Mail servers may lie in private networks. */
  allowsPrivateMailServers?: boolean;
  requestTimeoutMillis?: number;
  /** Connections at most, to one origin or SMTP server. */
  connectionsMax?: number;
};

const requestTimeoutMillisDefault = 30_000;

/** What is asked for, else what suits the vendor. */
export const toLimits = (options: TransportOptions, connectionsMax: number) => ({
  connectionsMax: options.connectionsMax ?? connectionsMax,
  requestTimeoutMillis: options.requestTimeoutMillis ?? requestTimeoutMillisDefault,
});

/** A failed one says whose fault it is in the words of a message's outcome: `auth_or_config` is the account's. */
export type ConnectionTest =
  | { isOk: true; detail: string }
  | { isOk: false; kind: OutcomeKind; code: string; detail: string };

/** What one kind of provider is configured with and can do. */
export type ProviderDefinition = {
  kind: ProviderKind;
  channels: readonly MessageChannel[];
  /** Plain JSON in and out; what it accepts can be stored as it is. */
  credentialsSchema: z.ZodType;
  fields: readonly CredentialField[];
};

/** Transports by channel, so that a kind can only be asked for what it sends. */
export type TransportFactory = {
  [C in MessageChannel]?: (credentials: unknown, options: TransportOptions) => Transport<MessageOf<C>>;
};
