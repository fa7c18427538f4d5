import type { Outcome } from "@/lib/domain/providers/outcome";
import { toAnswerDetail } from "@/lib/providers/answer-detail";
import { parseRetryAfterMillis } from "@/lib/providers/retry-after";

const throttledRetryMillis = 60_000;

type PushServiceAnswer = {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
};

export function toWebPushOutcome(answer: PushServiceAnswer, now: number): Outcome {
  const { status, headers, body } = answer;
  const code = `http_${status}`;
  const detail = toAnswerDetail(body);
  if (status >= 200 && status < 300) {
    const { location } = headers;
    return {
      kind: "accepted",
      providerMessageId: typeof location === "string" ? location : "",
      code,
      detail: "",
    };
  }
  const retryAfterMillis = parseRetryAfterMillis(headers["retry-after"], now);
  switch (status) {
    case 404:
    case 410:
      return { kind: "recipient_gone", code, detail };
    case 413:
      return { kind: "content_rejected", code, detail };
    // Microsoft's push service says 406 when a channel is throttled.
    case 406:
    case 429:
      return {
        kind: "throttled",
        scope: "account",
        retryAfterMillis: retryAfterMillis ?? throttledRetryMillis,
        code,
        detail,
      };
    case 403:
      // Made with another VAPID key: this subscription is lost, others may be fine.
      if (/do(es)? not correspond/i.test(body))
        return { kind: "recipient_gone", code: "vapid_key_mismatch", detail };
      return { kind: "auth_or_config", code, detail };
    default:
      return status >= 500
        ? { kind: "transient", code, detail, retryAfterMillis }
        : { kind: "auth_or_config", code, detail };
  }
}
