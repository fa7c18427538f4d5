import type { InvalidParam } from "@/lib/platform/errors";
import { snakeCase } from "@/lib/platform/snake-case";
import type { Content } from "../content";
import type { ContentProblem } from "./content-problem";

/** A problem as an error of the request's body: the field that it is about, by its place. */
export function toContentError(
  { language, field, code, detail, values }: ContentProblem,
  contents: readonly Content[],
): InvalidParam {
  // Of two that are the same language, the later one is too many.
  const index =
    field === "language"
      ? contents.findLastIndex((content) => content.language === language)
      : contents.findIndex((content) => content.language === language);
  return {
    pointer: `contents.${index}.${snakeCase(field)}`,
    code,
    detail,
    values: { field, language, ...values },
  };
}
