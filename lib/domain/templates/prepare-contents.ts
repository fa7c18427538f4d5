import type { Channel } from "@/lib/domain/channels/channel";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { toContentError } from "@/lib/domain/content/check/content-errors";
import { isBlocking } from "@/lib/domain/content/check/content-problem";
import type { Content } from "@/lib/domain/content/content";
import { convertContent } from "@/lib/domain/content/convert-single-braces";
import { unprocessable } from "@/lib/platform/errors";

/** Contents as they are stored; refused when they could never be sent. Unfinished ones may be kept. */
export function prepareContents(contents: Content[], channel: Channel): Content[] {
  const converted = contents.map((content) => convertContent(content).content);
  const errors = checkContent(converted, channel)
    .filter((problem) => isBlocking(problem) && problem.code !== "required")
    .map((problem) => toContentError(problem, contents));
  if (errors.length > 0) {
    throw unprocessable("The content cannot be sent as it is.", { reason: "content_invalid", errors });
  }
  return converted;
}
