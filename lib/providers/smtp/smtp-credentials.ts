import { createPrivateKey } from "node:crypto";
import { z } from "zod";

const oneLine = z.string().regex(/^[^\r\n]*$/);
const domain = oneLine.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i);

export const smtpCredentialsSchema = z.strictObject({
  host: oneLine.min(1),
  port: z.int().min(1).max(65_535),
  /** `tls` from the first byte (465), `starttls` required (587), `none` only for relays on a trusted network. */
  security: z.enum(["tls", "starttls", "none"]),
  user: oneLine.optional(),
  password: z.string().optional(),
  fromAddress: z.email(),
  fromName: oneLine.optional(),
  dkimDomain: domain.optional(),
  dkimSelector: oneLine.regex(/^[a-z0-9._-]+$/i).optional(),
  dkimPrivateKey: z.string().refine(isPrivateKey, "This is not a readable private key.").optional(),
  /** Bounces come back to `bounce+<token>@` this domain (VERP). */
  bounceDomain: domain.optional(),
});

export type SmtpCredentials = z.infer<typeof smtpCredentialsSchema>;

function isPrivateKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}
