import type { Outcome } from "@/lib/domain/providers/outcome";
import { toAnswerDetail } from "./answer-detail";

const UNSENT_CODES = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_CLOSED",
  "UND_ERR_DESTROYED",
]);

/** What a request that failed without an answer means: only failures to connect are certain not to have sent it. */
export function toOutcomeOfHttpError(error: unknown): Outcome {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  const detail = toAnswerDetail(error instanceof Error ? error.message : "no answer");
  if (code === "unsafe_address") return { kind: "recipient_gone", code, detail };
  const isUnsent = UNSENT_CODES.has(code) || /CERT|TLS|SSL|SIGNATURE/.test(code);
  return { kind: isUnsent ? "transient" : "ambiguous", code, detail };
}
