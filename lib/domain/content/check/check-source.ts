import type { Channel } from "@/lib/domain/channels/channel";
import { variableNames } from "../contact-variables";
import type { Content } from "../content";
import { contentRules, isPush } from "../content-rules";
import { listVariables, type VariablePath } from "../liquid/list-variables";
import { splitAtLiquid } from "../liquid/split-at-liquid";
import { type ContentProblem, contentProblem } from "./content-problem";

const texts = ["title", "subtitle", "body", "html"] as const;

/** What can be said of a message before it is rendered. */
export function checkSource(
  content: Content,
  channel: Channel,
  attributeNames: readonly string[] | undefined,
  withoutCodes = false,
): ContentProblem[] {
  return [
    ...checkMarkup(content, channel),
    ...checkUnused(content, channel),
    ...checkKeys(content, channel),
    ...(attributeNames ? checkVariables(content, attributeNames, withoutCodes) : []),
  ];
}

const withoutLiquid = (text: string): string =>
  splitAtLiquid(text)
    .filter((_, index) => index % 2 === 0)
    .join("");

const markup = /<\/?[a-z][^<>]*>/i;
const active = /<(script|iframe|object|embed|form)\b|\son[a-z]+\s*=|javascript:/i;

function checkMarkup(content: Content, channel: Channel): ContentProblem[] {
  const { language } = content;
  const plain = channel === "email" ? (["title"] as const) : (["title", "subtitle", "body"] as const);
  const problems = plain
    .filter((field) => markup.test(withoutLiquid(content[field])))
    .map((field) => contentProblem("html_refused", { language, field }));
  if (active.test(content.html)) problems.push(contentProblem("script_refused", { language, field: "html" }));
  return problems;
}

function checkUnused(content: Content, channel: Channel): ContentProblem[] {
  const { language } = content;
  const { fields } = contentRules[channel];
  // The subtitle stands in for an empty body, and the title for an empty SMS: then they are not lost.
  const used = new Set<string>(fields);
  if (content.body === "") used.add("subtitle").add("title");
  const given = [...texts, "imageUrl", "iconUrl", "badgeUrl", "deepLink"] as const;
  const lists = (["actions", "data"] as const).filter((field) => Object.keys(content[field]).length > 0);
  return [...given.filter((field) => content[field] !== ""), ...lists]
    .filter((field) => !used.has(field))
    .map((field) => contentProblem("field_unused", { severity: "warning", language, field }));
}

const reserved = /^(from|message_type|notification|collapse_key|gcm\..*|gcm|google\..*|google|pushpilot_id)$/;

function checkKeys(content: Content, channel: Channel): ContentProblem[] {
  if (!isPush(channel)) return [];
  return Object.keys(content.data)
    .filter((name) => reserved.test(name))
    .map((name) =>
      contentProblem("reserved_key", { language: content.language, field: "data", values: { name } }),
    );
}

const known = new Set<string>([...variableNames, "workspace", "attributes"]);

/** Attributes are under `attributes` and, where the name is free, at the top too. */
function isKnownPath(
  [first = "", ...rest]: VariablePath,
  attributes: ReadonlySet<string>,
  withoutCodes: boolean,
): boolean {
  if (known.has([first, ...rest].join(".")) && !(withoutCodes && first === "coupon")) return true;
  const [name = ""] = first === "attributes" ? rest : [first];
  return attributes.has(name);
}

function checkVariables(
  content: Content,
  attributeNames: readonly string[],
  withoutCodes: boolean,
): ContentProblem[] {
  const attributes = new Set(attributeNames);
  return texts.flatMap((field) =>
    listVariables(content[field])
      .filter((path) => !isKnownPath(path, attributes, withoutCodes))
      .map((path) =>
        contentProblem("unknown_variable", {
          severity: "warning",
          language: content.language,
          field,
          values: { name: path.join(".") },
        }),
      ),
  );
}
