import { snakeCase } from "@/lib/platform/snake-case";
import type { ContentField } from "../compile-content";

/** The sentence of each problem; the dashboard has its own under the same code, in both languages. */
const sentences = {
  required: "This channel needs a {field}.",
  duplicate_language: "The language {language} is given twice.",
  liquid_syntax: "Liquid: {message} (line {line}, column {column}).",
  liquid_unclosed: "Liquid: {name} is opened and never closed (line {line}, column {column}).",
  unknown_filter: "Liquid: there is no filter {name} (line {line}, column {column}).",
  unknown_tag: "Liquid: there is no tag {name} (line {line}, column {column}).",
  render_limit: "The template takes too much time or space to render.",
  unknown_variable: "No contact has {name}; it will be empty.",
  too_long: "{count} characters after rendering; at most {max} are allowed.",
  long: "{count} characters after rendering; up to {advised} are read everywhere.",
  html_refused: "This channel shows HTML as text. Only e-mail has HTML.",
  script_refused: "Mail programs refuse scripts, frames and event handlers.",
  image_not_https: "A picture needs a complete https:// address.",
  unsafe_link: "A link needs https://, a path that begins with /, or an app's own scheme.",
  too_many_actions: "{count} buttons; no device shows more than {max}.",
  many_actions: "{count} buttons; browsers show {advised}.",
  action_without_title: "A button needs a title.",
  action_without_url: "A button here is a link; one without an address is left out.",
  reserved_key: "The key {name} is reserved by the push service.",
  payload_too_large: "{bytes} bytes; push services take {max}.",
  field_unused: "This channel does not show this field.",
  sms_many_segments: "{segments} segments; {max} {encoding} characters fit in three.",
  sms_unicode: "Unicode because of {characters}: {segments} segments instead of {folded}.",
  opt_out_missing: "Marketing SMS should say how to opt out.",
} as const;

export type ContentProblemCode = keyof typeof sentences;

export const contentProblemCodes = Object.keys(sentences) as ContentProblemCode[];

export type ContentProblem = {
  /** An error keeps the message from being sent. */
  severity: "error" | "warning";
  code: ContentProblemCode;
  language: string;
  field: ContentField | "language";
  /** Which of the buttons and of what (`0.url`), or which key of the extra data; null where it is about all. */
  part: string | null;
  /** Of Liquid problems; both count from 1. */
  line: number | null;
  column: number | null;
  values: Record<string, string | number>;
  detail: string;
};

type Given = {
  severity?: ContentProblem["severity"];
  language: string;
  field: ContentProblem["field"];
  part?: string | undefined;
  line?: number;
  column?: number;
  values?: Record<string, string | number>;
};

export function contentProblem(code: ContentProblemCode, given: Given): ContentProblem {
  const { severity = "error", language, field, part = null, line = null, column = null } = given;
  const values = {
    ...given.values,
    ...(line === null ? {} : { line }),
    ...(column === null ? {} : { column }),
  };
  const known: Record<string, string | number> = { field, language, ...values };
  const detail = sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? ""));
  return { severity, code, language, field, part, line, column, values, detail };
}

export const isBlocking = (problem: ContentProblem): boolean => problem.severity === "error";

/** Where in its language a problem is, on the wire: `image_url`, `actions.0.url`. */
export const pathOfProblem = ({ field, part }: Pick<ContentProblem, "field" | "part">): string =>
  part === null ? snakeCase(field) : `${snakeCase(field)}.${part}`;
