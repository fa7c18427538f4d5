import type { Content } from "./content";
import { forwardSearch } from "./forward-search";

export type ConvertedText = {
  text: string /** What was written, once each: `{firstName}`. */;
  converted: string[];
};

/** What may begin something to skip, or the whole of a variable. */
const openers =
  /(\{%-?\s*raw\s*-?%\})|(\{%)|(\{\{)|<(style|script)\b|(?<!\{)\{([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)\}(?!\})/giu;

const namesOfSources: Record<string, string> = {
  firstname: "first_name",
  lastname: "last_name",
  fullname: "name",
  externalid: "external_id",
  workspacename: "workspace.name",
  unsubscribeurl: "unsubscribe_url",
};

/** What the product calls a variable of another system. */
export const variableOf = (name: string): string => {
  const key = name.toLowerCase();
  return Object.hasOwn(namesOfSources, key) ? (namesOfSources[key] ?? name) : name;
};

/** Liquid, raw blocks, styles and scripts are skipped whole. */
function skipper(text: string) {
  const next = {
    rawEnd: forwardSearch(text, /\{%-?\s*endraw\s*-?%\}/),
    tagEnd: forwardSearch(text, /%\}/),
    outputEnd: forwardSearch(text, /\}\}/),
    style: forwardSearch(text, /<\/style\s*>/),
    script: forwardSearch(text, /<\/script\s*>/),
  };
  return ({
    index,
    0: whole,
    1: raw,
    2: tag,
    3: output,
    4: element,
  }: RegExpExecArray): number | undefined => {
    const inside = index + whole.length;
    if (raw) return (next.rawEnd(inside) ?? next.tagEnd(index + 2))?.end;
    if (tag) return next.tagEnd(inside)?.end;
    if (output) return next.outputEnd(inside)?.end;
    return element?.toLowerCase() === "style" ? next.style(inside)?.end : next.script(inside)?.end;
  };
}

/** `{name}` as older systems write it becomes `{{ name }}`. Liquid, JSON and CSS stay as they are. */
export function convertSingleBraces(text: string): ConvertedText {
  const converted = new Set<string>();
  if (!text.includes("{")) return { text, converted: [] };
  const endOf = skipper(text);
  const pattern = new RegExp(openers);
  let result = "";
  let done = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { index, 0: whole, 5: name } = match;
    if (name === undefined) {
      pattern.lastIndex = endOf(match) ?? index + 1;
      continue;
    }
    converted.add(whole);
    result += `${text.slice(done, index)}{{ ${variableOf(name)} }}`;
    done = pattern.lastIndex;
  }
  return { text: result + text.slice(done), converted: [...converted] };
}

const textFields = [
  "title",
  "subtitle",
  "body",
  "html",
  "imageUrl",
  "iconUrl",
  "badgeUrl",
  "deepLink",
] as const;

/** Every text of a message, with all that was converted so that it can be shown. */
export function convertContent(content: Content): { content: Content; converted: string[] } {
  const converted = new Set<string>();
  const convert = (text: string) => {
    const result = convertSingleBraces(text);
    for (const piece of result.converted) converted.add(piece);
    return result.text;
  };
  const texts = Object.fromEntries(textFields.map((field) => [field, convert(content[field])]));
  const actions = content.actions.map((action) => ({
    ...action,
    title: convert(action.title),
    ...(action.url === undefined ? {} : { url: convert(action.url) }),
  }));
  const data = Object.fromEntries(Object.entries(content.data).map(([key, value]) => [key, convert(value)]));
  return { content: { ...content, ...texts, actions, data }, converted: [...converted] };
}
