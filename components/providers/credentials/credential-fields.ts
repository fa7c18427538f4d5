import type { ConnectableKind } from "@/lib/domain/providers/provider";

export type CredentialField = {
  /** Also its key in the messages. */
  name: string;
  control: "text" | "password" | "number" | "security" | "pem" | "service_account";
  isOptional?: boolean;
  /** Rarely needed: folded away at first. */
  isAdvanced?: boolean;
  autoComplete?: string;
};

export const credentialFieldsOf: Readonly<Record<ConnectableKind, readonly CredentialField[]>> = {
  fcm: [{ name: "serviceAccountJson", control: "service_account" }],
  web_push: [
    { name: "subject", control: "text" },
    { name: "vapidPublicKey", control: "text", isOptional: true, isAdvanced: true },
    { name: "vapidPrivateKey", control: "password", isOptional: true, isAdvanced: true },
  ],
  smtp: [
    { name: "host", control: "text" },
    { name: "port", control: "number" },
    { name: "security", control: "security" },
    { name: "user", control: "text", isOptional: true },
    { name: "password", control: "password", isOptional: true },
    { name: "fromAddress", control: "text" },
    { name: "fromName", control: "text", isOptional: true },
    { name: "dkimDomain", control: "text", isOptional: true, isAdvanced: true },
    { name: "dkimSelector", control: "text", isOptional: true, isAdvanced: true },
    { name: "dkimPrivateKey", control: "pem", isOptional: true, isAdvanced: true },
    { name: "bounceDomain", control: "text", isOptional: true, isAdvanced: true },
  ],
};

export const isSecret = ({ control }: CredentialField): boolean =>
  control === "password" || control === "pem" || control === "service_account";
