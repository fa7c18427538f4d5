import type { Channel } from "@/lib/domain/channels/channel";
import type { ContentProblem } from "@/lib/domain/content/check/content-problem";
import { couponProblemCodes } from "@/lib/domain/coupons/allocation/coupon-problem";

export const definitionProblemCodes = [
  "no_event",
  "unfinished_condition",
  "no_step",
  "no_message",
  "duplicate_step",
  "no_channel",
  "duplicate_channel",
  "no_content",
  "content",
  "no_provider",
  "nothing_to_skip",
  "wait_at_end",
  ...couponProblemCodes,
] as const;

export type DefinitionProblem = {
  severity: "blocking" | "warning";
  code: (typeof definitionProblemCodes)[number];
  /** Path in the request body. */
  pointer: string;
  stepId: string | null;
  /** Of `no_provider`, and of `content`: what the text is checked for. */
  channel: Channel | null;
  /** Of `content`: what is wrong with the text. */
  content: ContentProblem | null;
  detail: string;
};
