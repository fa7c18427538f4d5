import { z } from "zod";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { toAnswerDetail } from "@/lib/providers/answer-detail";

const minuteMillis = 60_000;

const smtpErrorSchema = z.object({
  message: z.string().default(""),
  code: z.string().default("unknown"),
  command: z.string().default(""),
  response: z.string().default(""),
  responseCode: z.number().optional(),
  syscall: z.string().default(""),
  timeoutType: z.string().default(""),
});

/** What nodemailer's error means for the message. */
export function toSmtpOutcome(error: unknown): Outcome {
  const parsed = smtpErrorSchema.safeParse(error);
  if (!parsed.success) return { kind: "ambiguous", code: "unknown", detail: "no answer" };
  const { responseCode, response, command, message } = parsed.data;
  if (responseCode === undefined) return toOutcomeWithoutAnswer(parsed.data);
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response)?.[1] ?? "";
  const answer = { code: `${responseCode} ${enhanced}`.trim(), detail: toAnswerDetail(response || message) };
  if (responseCode < 500)
    return { kind: "transient", retryAfterMillis: toRetryAfterMillis(enhanced), ...answer };
  return { kind: toPermanentKind(responseCode, enhanced, command), ...answer };
}

function toOutcomeWithoutAnswer(error: z.infer<typeof smtpErrorSchema>): Outcome {
  const { code, command, syscall, timeoutType } = error;
  const detail = toAnswerDetail(error.message);
  if (code === "EAUTH" || code === "unsafe_address") return { kind: "auth_or_config", code, detail };
  if (code === "EENVELOPE") return { kind: "recipient_gone", code, detail };
  if (code === "EMESSAGE" || code === "ESTREAM") return { kind: "content_rejected", code, detail };
  // nodemailer says CONN for every lost connection, also for one lost after the content was written.
  const wasBeforeContent = /^(EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL|RCPT)/.test(command);
  const wasConnecting = syscall === "connect" || /^(CONNECT|GREETING|UPGRADE)_/.test(timeoutType);
  const isUnsent = wasBeforeContent || wasConnecting || code === "EDNS" || code === "ETLS";
  return { kind: isUnsent ? "transient" : "ambiguous", code, detail };
}

function toPermanentKind(
  responseCode: number,
  enhanced: string,
  command: string,
): "recipient_gone" | "content_rejected" | "auth_or_config" | "transient" {
  // A full mailbox empties again.
  if (enhanced === "5.2.2") return "transient";
  if (enhanced === "5.3.4" || responseCode === 552) return "content_rejected";
  if (/^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL)/.test(command)) return "auth_or_config";
  if ([530, 534, 535, 538].includes(responseCode)) return "auth_or_config";
  if (/^5\.1\.(1|2|3|6|10)$|^5\.2\.1$/.test(enhanced)) return "recipient_gone";
  if (enhanced.startsWith("5.7.")) return "content_rejected";
  if (command.startsWith("RCPT") && [550, 551, 553].includes(responseCode)) return "recipient_gone";
  return "content_rejected";
}

function toRetryAfterMillis(enhanced: string): number {
  return enhanced === "4.7.1" ? 15 * minuteMillis : 5 * minuteMillis;
}
