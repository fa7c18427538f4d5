import type { Channel } from "@/lib/domain/channels/channel";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { isBlocking } from "@/lib/domain/content/check/content-problem";
import type { Content } from "@/lib/domain/content/content";
import { convertContent } from "@/lib/domain/content/convert-single-braces";
import { unprocessable } from "@/lib/platform/errors";

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Contents as they are stored; refused when they could never be sent. Unfinished ones may be kept. */
export function prepareContents(contents: Content[], channel: Channel): Content[] {
  const converted = contents.map((content) => convertContent(content).content);
  const errors = checkContent(converted, channel)
    .filter((problem) => isBlocking(problem) && problem.code !== "required")
    .map(({ language, field, code, detail }) => {
      const index = contents.findIndex((content) => content.language === language);
      return { pointer: `contents.${index}.${snakeCase(field)}`, code, detail };
    });
  if (errors.length > 0) {
    throw unprocessable("The content cannot be sent as it is.", { reason: "content_invalid", errors });
  }
  return converted;
}
