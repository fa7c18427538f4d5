import { createHash } from "node:crypto";
import type { EmailMessage } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import type { SmtpCredentials } from "./smtp-credentials";

const lineBreak = /[\r\n\0]/;
const addressPattern = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/;

/** Refuses what would let content write headers or add recipients; undefined = safe to send. */
export function findMailProblem(message: EmailMessage): Outcome | undefined {
  const { to, from, replyTo, subject, unsubscribeUrl, unsubscribeMailto, feedbackId } = message;
  const headerValues = [to.address, to.name, from?.address, from?.name, replyTo, subject, feedbackId];
  const links = [unsubscribeUrl, unsubscribeMailto];
  if (headerValues.some((value) => value !== undefined && lineBreak.test(value)))
    return {
      kind: "content_rejected",
      code: "header_injection",
      detail: "a header value holds a line break",
    };
  if (links.some((link) => link !== undefined && /[\s<>,\0]/.test(link)))
    return { kind: "content_rejected", code: "header_injection", detail: "an unsubscribe link is malformed" };
  if (!addressPattern.test(to.address))
    return { kind: "recipient_gone", code: "address_invalid", detail: "not an e-mail address" };
  const senders = [from?.address, replyTo];
  if (senders.some((address) => address !== undefined && !addressPattern.test(address)))
    return {
      kind: "content_rejected",
      code: "sender_invalid",
      detail: "the sender is not an e-mail address",
    };
  return undefined;
}

/** The same message has the same Message-ID however often it is sent: mailboxes show it once. */
function toMessageId(message: EmailMessage, sender: string): string {
  return `<${toMailToken(message.idempotencyKey)}@${sender.slice(sender.lastIndexOf("@") + 1)}>`;
}

export function toMail(message: EmailMessage, credentials: SmtpCredentials) {
  const from = message.from ?? { address: credentials.fromAddress, name: credentials.fromName };
  const { bounceDomain } = credentials;
  const bounceAddress = `bounce+${toMailToken(message.idempotencyKey)}@${bounceDomain}`;
  return {
    from: { name: from.name ?? "", address: from.address },
    to: { name: message.to.name ?? "", address: message.to.address },
    replyTo: message.replyTo,
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: toMessageId(message, from.address),
    headers: toListHeaders(message),
    envelope: { from: bounceDomain ? bounceAddress : from.address, to: message.to.address },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function toListHeaders(message: EmailMessage): Record<string, string> {
  const { unsubscribeUrl, unsubscribeMailto, feedbackId } = message;
  const targets = [unsubscribeUrl, unsubscribeMailto && `mailto:${unsubscribeMailto}`].filter(Boolean);
  return {
    ...(targets.length > 0 && { "List-Unsubscribe": targets.map((target) => `<${target}>`).join(", ") }),
    ...(unsubscribeUrl && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", Precedence: "bulk" }),
    ...(feedbackId && { "Feedback-ID": feedbackId }),
  };
}

function toMailToken(idempotencyKey: string): string {
  return createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 40);
}
