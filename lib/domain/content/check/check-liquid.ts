import type { Channel } from "@/lib/domain/channels/channel";
import { type ContentField, ContentSyntaxError } from "../compile-content";
import type { Content } from "../content";
import { compileText, renderText, type Variables } from "../liquid/compile-text";
import { type Escaping, LiquidProblem } from "../liquid/liquid-engine";
import { millisLeft } from "../liquid/render-deadline";
import { completerOf } from "../own-or-default";
import { type ContentProblem, contentProblem } from "./content-problem";

type LiquidText = {
  field: ContentField;
  part?: string;
  source: string;
  escaping?: Escaping;
  language?: string;
};

/** What is wrong with the Liquid of every text of a message: one problem for each, the first in it. */
export function findLiquidProblems(content: Content, channel: Channel, given: Variables): ContentProblem[] {
  const variables = completerOf(content.variables)(given);
  return liquidTextsOf(content, channel).flatMap((text) => {
    const problem = problemIn(text, variables);
    return problem ? [toContentProblem(problem, content, text)] : [];
  });
}

/** The one that stopped the whole message, where no text shows one by itself. */
export function liquidProblemOf(error: unknown, content: Content): ContentProblem {
  if (error instanceof ContentSyntaxError) return toContentProblem(error.problem, content, error);
  if (!(error instanceof LiquidProblem)) throw error;
  return toContentProblem(error, content, { field: content.html === "" ? "body" : "html" });
}

const plainFields = ["title", "subtitle", "body"] as const;
const addressFields = ["imageUrl", "iconUrl", "badgeUrl", "deepLink"] as const;

/** As `compileContent` takes them apart. */
function liquidTextsOf(content: Content, channel: Channel): LiquidText[] {
  const { language } = content;
  return [
    ...plainFields.map((field) => ({ field, source: content[field], language })),
    ...(channel === "email"
      ? [{ field: "html", source: content.html, escaping: "html", language } as const]
      : []),
    ...addressFields.map((field) => ({ field, source: content[field] })),
    ...content.actions.flatMap(({ title, url = "" }, index) => [
      { field: "actions", part: `${index}.title`, source: title, language } as const,
      { field: "actions", part: `${index}.url`, source: url } as const,
    ]),
    ...Object.entries(content.data).map(([key, source]) => ({ field: "data", part: key, source }) as const),
  ];
}

function problemIn(
  { source, escaping = "plain", language }: LiquidText,
  variables: Variables,
): LiquidProblem | undefined {
  // Once the time of all is over, the next one is not to blame.
  if (millisLeft() === 0) return undefined;
  try {
    const text = compileText(source, escaping, language);
    renderText(text, variables);
    return undefined;
  } catch (error) {
    if (error instanceof LiquidProblem) return error;
    throw error;
  }
}

function toContentProblem(
  { code, message, line, column }: LiquidProblem,
  { language }: Content,
  { field, part }: { field: ContentField; part?: string },
): ContentProblem {
  const values = { message, name: nameIn(message) };
  return contentProblem(code, { language, field, part, line, column, values });
}

/** Of the filter, the tag or the output that the engine complains of. */
const nameIn = (message: string): string =>
  /^(?:tag|output|raw) "?(.*?)\s*"? not closed$/.exec(message)?.[1] ??
  /(?:filter: |tag ")([^"]+)/.exec(message)?.[1] ??
  "";
