import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { toAnswerDetail } from "@/lib/providers/answer-detail";
import { parseRetryAfterMillis } from "@/lib/providers/retry-after";

const quotaRetryMillis = 60_000;

const detailSchema = z.object({
  "@type": z.string(),
  errorCode: z.string().optional(),
  fieldViolations: z.array(z.object({ field: z.string().optional() })).optional(),
});
const errorSchema = z.object({
  error: z.object({
    message: z.string().default(""),
    status: z.string().default(""),
    details: z.array(detailSchema).default([]),
  }),
});

type FcmAnswer = { status: number; headers: IncomingHttpHeaders; body: string };
type FcmError = {
  code: string;
  detail: string;
  message: string;
  hasFcmCode: boolean;
  violatedFields: readonly string[];
};

export function toFcmOutcome(answer: FcmAnswer, now: number): Outcome {
  if (answer.status === 200) return toAccepted(answer.body);
  const error = parseError(answer);
  const { code, detail } = error;
  const retryAfterMillis = parseRetryAfterMillis(answer.headers["retry-after"], now);
  switch (code) {
    case "UNREGISTERED":
    case "UNREGISTERED_FID":
    case "SENDER_ID_MISMATCH":
    case "NOT_FOUND":
      return { kind: "recipient_gone", code, detail };
    case "INVALID_ARGUMENT":
      return { kind: isTokenAtFault(error) ? "recipient_gone" : "content_rejected", code, detail };
    case "QUOTA_EXCEEDED":
    case "RESOURCE_EXHAUSTED": {
      const scope = /device|registration token/i.test(error.message) ? "recipient" : "account";
      return {
        kind: "throttled",
        scope,
        retryAfterMillis: retryAfterMillis ?? quotaRetryMillis,
        code,
        detail,
      };
    }
    case "UNAVAILABLE":
    case "INTERNAL":
      return { kind: "transient", code, detail, retryAfterMillis };
    default:
      return toOutcomeOfStatus(answer.status, code, detail, retryAfterMillis);
  }
}

function toOutcomeOfStatus(status: number, code: string, detail: string, retryAfterMillis?: number): Outcome {
  if (status === 429)
    return {
      kind: "throttled",
      scope: "account",
      retryAfterMillis: retryAfterMillis ?? quotaRetryMillis,
      code,
      detail,
    };
  if (status >= 500) return { kind: "transient", code, detail, retryAfterMillis };
  if (status === 400 || status === 413) return { kind: "content_rejected", code, detail };
  return { kind: "auth_or_config", code, detail };
}

function toAccepted(body: string): Outcome {
  const start = body.indexOf('"projects/');
  const end = body.indexOf('"', start + 1);
  if (start < 0 || end < 0)
    return { kind: "ambiguous", code: "unreadable_answer", detail: toAnswerDetail(body) };
  return { kind: "accepted", providerMessageId: body.slice(start + 1, end), code: "ok", detail: "" };
}

function parseError(answer: FcmAnswer): FcmError {
  const parsed = errorSchema.safeParse(tryParseJson(answer.body));
  if (!parsed.success) {
    const code = `http_${answer.status}`;
    return { code, detail: toAnswerDetail(answer.body), message: "", hasFcmCode: false, violatedFields: [] };
  }
  const { message, status, details } = parsed.data.error;
  const fcmCode = details.find((detail) => detail["@type"].endsWith("fcm.v1.FcmError"))?.errorCode;
  const violations = details.flatMap((detail) => detail.fieldViolations ?? []);
  return {
    code: fcmCode ?? (status || `http_${answer.status}`),
    detail: toAnswerDetail(message),
    message,
    hasFcmCode: fcmCode !== undefined,
    violatedFields: violations.map((violation) => violation.field ?? ""),
  };
}

/** FCM answers INVALID_ARGUMENT for a dead token and for a bad message alike; only a dead token may be pruned. */
function isTokenAtFault(error: FcmError): boolean {
  if (error.violatedFields.length > 0)
    return error.violatedFields.every((field) => field === "message.token");
  if (/registration token/i.test(error.message)) return true;
  return error.hasFcmCode && !/too (big|large|long)|payload|size/i.test(error.message);
}
