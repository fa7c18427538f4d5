import type { Outcome } from "@/lib/domain/providers/outcome";
import type { PoolAnswer } from "./http2/exchange";

/** What a request without an answer means; the adapter reads the answers itself. */
export function toOutcomeWithoutAnswer(answer: Exclude<PoolAnswer, { kind: "answered" }>): Outcome {
  return answer.kind === "unsent"
    ? { kind: "transient", code: answer.code, detail: "not sent" }
    : { kind: "ambiguous", code: answer.code, detail: "no answer" };
}
