import { answerOf, type Outcome } from "@/lib/domain/providers/outcome";
import { env } from "@/lib/platform/env";
import { AppError, unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { createTransport } from "@/lib/providers/registry";
import type { SmtpCredentials } from "@/lib/providers/smtp/smtp-credentials";

const timeoutMillisDefault = 20_000;
const ttlSeconds = 30 * 60;
const submissionPort = 587;
const tlsPort = 465;

export type AccountMail = { to: string; subject: string; html: string; text: string };

export const maySendAccountMail = (): boolean => mailServer() !== undefined;

export function requireAccountMail(): void {
  if (!maySendAccountMail()) throw notConfigured();
}

export type AccountPost = {
  send(mail: AccountMail, timeoutMillis?: number): Promise<void>;
  close(): Promise<void>;
};

/** What belongs to a person and to no workspace goes through the installation's own mail server. */
export function openAccountPost(connectionsMax = 1): AccountPost {
  const credentials = mailServer();
  if (!credentials) throw notConfigured();
  // Whoever runs the installation names this server, and no user does: it may lie anywhere.
  const options = { connectionsMax, allowsPrivateMailServers: true };
  const transport = createTransport("smtp", "email", credentials, options);
  return {
    async send({ to, subject, html, text }, timeoutMillis = timeoutMillisDefault) {
      const id = newId();
      const envelope = { idempotencyKey: id, collapseKey: id, ttlSeconds, priority: "high" } as const;
      const message = { ...envelope, channel: "email", to: { address: to }, subject, html, text } as const;
      const outcome = await transport.sendOne(message, AbortSignal.timeout(timeoutMillis));
      if (outcome.kind !== "accepted") throw notTaken(outcome);
    },
    close: () => transport.close(),
  };
}

export async function sendAccountMail(mail: AccountMail): Promise<void> {
  const post = openAccountPost();
  try {
    await post.send(mail);
  } finally {
    await post.close();
  }
}

/** `smtp://user:password@host:587`; `smtps:` is TLS from the first byte, `?security=none` for a relay on this machine. */
function mailServer(): SmtpCredentials | undefined {
  const { PUSHPILOT_SMTP_URL: address, PUSHPILOT_MAIL_FROM: fromAddress } = env();
  if (!address || !fromAddress) return undefined;
  const { protocol, hostname, port, username, password, searchParams } = new URL(address);
  const isTls = protocol === "smtps:";
  return {
    host: hostname,
    port: Number(port) || (isTls ? tlsPort : submissionPort),
    security: isTls ? "tls" : searchParams.get("security") === "none" ? "none" : "starttls",
    user: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    fromAddress,
    fromName: "PushPilot",
  };
}

const notConfigured = () =>
  unprocessable("This installation sends no e-mail. Set PUSHPILOT_SMTP_URL and PUSHPILOT_MAIL_FROM.", {
    reason: "mail_not_configured",
    settings: "PUSHPILOT_SMTP_URL, PUSHPILOT_MAIL_FROM",
  });

/** A mail that may be on its way is not written a second time: the newer link would close the one in it. */
const isWorthAnotherTry = (kind: Outcome["kind"]): boolean =>
  kind === "transient" || kind === "throttled" || kind === "auth_or_config";

function notTaken(outcome: Outcome): AppError {
  const { kind } = outcome;
  const message = `The mail server did not take the mail: ${answerOf(outcome)}`;
  return new AppError(isWorthAnotherTry(kind) ? "provider_unavailable" : "unprocessable", message, {
    reason: "mail_not_taken",
    outcome: kind,
  });
}
