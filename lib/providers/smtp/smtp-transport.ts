import { createTransport } from "nodemailer";
import type { EmailMessage, Transport } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { toAnswerDetail } from "@/lib/providers/answer-detail";
import { sendAll } from "@/lib/providers/send-all";
import { findMailProblem, toMail } from "./mail";
import { openWithin, type Reach } from "./mail-server";
import type { SmtpCredentials } from "./smtp-credentials";
import { toSmtpOutcome } from "./smtp-outcome";

/** RFC 8058 wants both List-Unsubscribe headers signed, which nodemailer's own list leaves out. */
const signedHeaders = [
  "from:reply-to:subject:date:message-id:to:mime-version:content-type:content-transfer-encoding",
  "list-unsubscribe:list-unsubscribe-post:feedback-id:precedence",
].join(":");

export type SmtpTransportOptions = {
  credentials: SmtpCredentials;
  reach: Reach;
  connectionsMax: number;
  requestTimeoutMillis: number;
};

export function createSmtpTransport(options: SmtpTransportOptions): Transport<EmailMessage> {
  const { credentials, connectionsMax } = options;
  const pool = createTransport({ ...toSmtpOptions(options), pool: true, maxConnections: connectionsMax });
  pool.on("error", () => undefined);

  async function sendOne(message: EmailMessage, signal: AbortSignal): Promise<Outcome> {
    if (signal.aborted) return { kind: "transient", code: "aborted", detail: "not sent" };
    const problem = findMailProblem(message);
    if (problem) return problem;
    const sent = pool.sendMail(toMail(message, credentials)).then(
      (info) => {
        const providerMessageId = info.messageId.replace(/^<|>$/g, "");
        return {
          kind: "accepted" as const,
          providerMessageId,
          code: "250",
          detail: toAnswerDetail(info.response),
        };
      },
      (error: unknown) => toSmtpOutcome(error),
    );
    return untilAborted(sent, signal);
  }

  const transport = {
    capacity: { inFlightMax: connectionsMax },
    isResendHarmless: true,
    sendOne,
    send: (messages: readonly EmailMessage[], signal: AbortSignal) => sendAll(transport, messages, signal),
    close: async () => pool.close(),
  };
  return transport;
}

export function toSmtpOptions({ credentials, reach, requestTimeoutMillis }: SmtpTransportOptions) {
  const { host, port, security, user, password, dkimDomain, dkimSelector, dkimPrivateKey } = credentials;
  const hasDkim = dkimDomain && dkimSelector && dkimPrivateKey;
  return {
    host,
    port,
    getSocket: openWithin(reach, { host, port, timeoutMillis: requestTimeoutMillis }),
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    auth: user ? { user, pass: password ?? "" } : undefined,
    dkim: hasDkim
      ? {
          domainName: dkimDomain,
          keySelector: dkimSelector,
          privateKey: dkimPrivateKey,
          headerFieldNames: signedHeaders,
        }
      : undefined,
    // The pool must not repeat by itself what broke off after DATA: that is for the caller to judge.
    maxRequeues: 0,
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: requestTimeoutMillis,
    greetingTimeout: requestTimeoutMillis,
    socketTimeout: requestTimeoutMillis,
  };
}

/** SMTP cannot take a mail back once it is on its way, so an abort only stops waiting for the answer. */
function untilAborted(sent: Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve) => {
    const onAbort = () => resolve({ kind: "ambiguous", code: "aborted", detail: "no answer awaited" });
    signal.addEventListener("abort", onAbort, { once: true });
    void sent.then((outcome) => {
      signal.removeEventListener("abort", onAbort);
      resolve(outcome);
    });
  });
}
