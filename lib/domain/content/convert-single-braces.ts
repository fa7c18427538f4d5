import type { Content } from "./content";

export type ConvertedText = {
  text: string /** What was written, once each: `{firstName}`. */;
  converted: string[];
};

/** Liquid, raw blocks, styles and scripts are skipped whole; only the last alternative is a variable. */
const tokens =
  /\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{%.*?%\}|\{\{.*?\}\}|<(style|script)\b.*?<\/\1\s*>|(?<!\{)\{([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)\}(?!\})/gisu;

const namesOfSources: Record<string, string> = {
  firstname: "first_name",
  lastname: "last_name",
  fullname: "name",
  externalid: "external_id",
  workspacename: "workspace.name",
  unsubscribeurl: "unsubscribe_url",
};

/** `{name}` as older systems write it becomes `{{ name }}`. Liquid, JSON and CSS stay as they are. */
export function convertSingleBraces(text: string): ConvertedText {
  const converted = new Set<string>();
  if (!text.includes("{")) return { text, converted: [] };
  const result = text.replace(tokens, (whole: string, _element: unknown, name: string | undefined) => {
    if (name === undefined) return whole;
    converted.add(whole);
    return `{{ ${namesOfSources[name.toLowerCase()] ?? name} }}`;
  });
  return { text: result, converted: [...converted] };
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
