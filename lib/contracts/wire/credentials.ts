import { z } from "zod";
import { snakeCase } from "@/lib/platform/snake-case";
import { wireObject } from "./wire-object";

const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

type Rename = (name: string) => string;

const renameKeys = (map: Record<string, string>, rename: Rename) =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [rename(name), value]));

export const credentialHints = z
  .codec(z.record(z.string(), z.string()), z.record(z.string(), z.string()), {
    decode: (map) => renameKeys(map, camelCase),
    encode: (map) => renameKeys(map, snakeCase),
  })
  .meta({
    description: "Public fields as they are, secret ones masked.",
    example: { project_id: "demo-app", private_key: "9f3a••••1f3c" },
  });

const oneLine = z.string().trim().max(500);

export const serviceAccount = z
  .union([z.string().max(20_000), z.record(z.string(), z.unknown())])
  .meta({ description: "The service-account file of the Firebase console, as text or as JSON." });

export const fcmCredentials = wireObject({ serviceAccountJson: serviceAccount });

const subject = oneLine.min(1).meta({
  description: "Whom a push service may write to: `mailto:` or `https:`.",
  example: "mailto:ops@example.com",
});

const vapidPair = {
  vapidPublicKey: oneLine.optional(),
  vapidPrivateKey: oneLine
    .optional()
    .meta({ description: "Subscriptions are bound to the pair: a new one loses every subscription." }),
};

export const webPushCredentials = wireObject({ subject, ...vapidPair });

const smtpOptional = {
  user: oneLine.optional(),
  password: z.string().max(2_000).optional(),
  fromName: oneLine.optional(),
  dkimDomain: oneLine.optional(),
  dkimSelector: oneLine.optional(),
  dkimPrivateKey: z.string().max(10_000).optional(),
  bounceDomain: oneLine.optional(),
};

const smtpRequired = {
  host: oneLine.min(1),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(["tls", "starttls", "none"]),
  fromAddress: z.email().max(320),
};

export const smtpCredentials = wireObject({ ...smtpRequired, ...smtpOptional });

/** Fields of every kind; those of another kind than the provider's are refused by it. */
export const credentialsChange = wireObject({
  serviceAccountJson: serviceAccount.optional(),
  subject: subject.optional(),
  ...vapidPair,
  host: smtpRequired.host.optional(),
  port: smtpRequired.port.optional(),
  security: smtpRequired.security.optional(),
  fromAddress: smtpRequired.fromAddress.optional(),
  user: smtpOptional.user.nullable(),
  password: smtpOptional.password.nullable(),
  fromName: smtpOptional.fromName.nullable(),
  dkimDomain: smtpOptional.dkimDomain.nullable(),
  dkimSelector: smtpOptional.dkimSelector.nullable(),
  dkimPrivateKey: smtpOptional.dkimPrivateKey.nullable(),
  bounceDomain: smtpOptional.bounceDomain.nullable(),
});
