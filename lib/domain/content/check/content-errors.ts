import type { InvalidParam } from "@/lib/platform/errors";
import type { Content } from "../content";
import { type ContentProblem, pathOfProblem } from "./content-problem";

/** A problem as an error of the request's body: the field that it is about, by its place. */
export function toContentError(problem: ContentProblem, contents: readonly Content[]): InvalidParam {
  const { language, field, code, detail, values } = problem;
  // Of two that are the same language, the later one is too many.
  const index =
    field === "language"
      ? contents.findLastIndex((content) => content.language === language)
      : contents.findIndex((content) => content.language === language);
  return {
    pointer: `contents.${index}.${pathOfProblem(problem)}`,
    code,
    detail,
    values: { field, language, ...values },
  };
}
