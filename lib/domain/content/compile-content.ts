import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { escapeHtml } from "@/lib/platform/escape-html";
import { type Content, type ContentAction, textOf } from "./content";
import { isPush, pushBody, pushTitle } from "./content-rules";
import { type CompiledEmail, compileEmail } from "./email/compile-email";
import { truncateGraphemes } from "./graphemes";
import { type CompiledText, compileText, renderText, type Variables } from "./liquid/compile-text";
import { LiquidProblem } from "./liquid/liquid-engine";
import { withinMillis } from "./liquid/render-deadline";
import { oneLine } from "./one-line";
import { completerOf } from "./own-or-default";
import { toDeepLink, toIconUrl, toImageUrl } from "./safe-url";

/** One message for one person, as the channel carries it. */
export type RenderedContent = {
  language: string;
  /** One line. E-mail: the subject. */
  title: string;
  /** Beside a body: the second line on iOS, the preview line of an e-mail; else empty. */
  subtitle: string;
  /** The text, plain. SMS, WhatsApp: all of it. E-mail: the plain-text part. */
  body: string;
  /** E-mail: the page. Telegram: its HTML, ready to send. Empty elsewhere. */
  html: string;
  imageUrl: string;
  iconUrl: string;
  badgeUrl: string;
  deepLink: string;
  actions: ContentAction[];
  requireInteraction: boolean;
  data: Readonly<Record<string, string>>;
};

export type CompiledContent = {
  readonly language: string;
  /** Whether it says anything that differs from person to person. */
  readonly isPersonal: boolean;
  /** Throws a `LiquidProblem` (`render_limit`) when a template runs away; never for a missing variable. */
  render(variables: Variables): RenderedContent;
};

export type ContentField =
  | "title"
  | "subtitle"
  | "body"
  | "html"
  | "imageUrl"
  | "iconUrl"
  | "badgeUrl"
  | "deepLink"
  | "actions"
  | "data";

/** A field whose Liquid cannot be used. */
export class ContentSyntaxError extends Error {
  override readonly name = "ContentSyntaxError";
  constructor(
    readonly field: ContentField,
    readonly problem: LiquidProblem,
  ) {
    super(`${field}: ${problem.message}`);
  }
}

/** Names the field in which `work` failed. */
function inField<T>(field: ContentField, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof LiquidProblem ? new ContentSyntaxError(field, error) : error;
  }
}

type CompileOptions = {
  category?: MessageCategory;
  /** Whether a push text that a long name made too long is cut, with an ellipsis. */
  truncate?: boolean;
  /** Whether links of a page are marked, to be filled in for each person. */
  marks?: boolean;
};

/** For all texts of one person's message together; hundreds of times what a long one takes. */
const messageMillisMax = 500;

/** Parses once, renders a million times. Throws `ContentSyntaxError`. */
export function compileContent(
  content: Content,
  channel: Channel,
  { category = "marketing", truncate = true, marks = false }: CompileOptions = {},
): CompiledContent {
  const parts = compileParts(content, channel, { category, marks });
  const isPersonal = parts.dynamic;
  const cut = truncate && isPush(channel) ? cutPush : (rendered: RenderedContent) => rendered;
  const complete = completerOf(content.variables);
  const render = (variables: Variables) =>
    withinMillis(messageMillisMax, () => cut(renderParts(parts, complete(variables))));
  const fixed = isPersonal ? undefined : render({});
  return { language: content.language, isPersonal, render: fixed ? () => fixed : render };
}

function cutPush(rendered: RenderedContent): RenderedContent {
  if (rendered.title.length <= pushTitle.max && rendered.body.length <= pushBody.max) return rendered;
  return {
    ...rendered,
    title: truncateGraphemes(rendered.title, pushTitle.max),
    body: truncateGraphemes(rendered.body, pushBody.max),
  };
}

type Parts = ReturnType<typeof compileParts>;

type PartOptions = { category: MessageCategory; marks: boolean };

function compileParts(content: Content, channel: Channel, { category, marks }: PartOptions) {
  const inWords = (source: string) => compileText(source, "plain", content.language);
  const texts = {
    title: inField("title", () => inWords(content.title)),
    subtitle: inField("subtitle", () =>
      inWords(content.body === "" && content.html === "" ? "" : content.subtitle),
    ),
    body: inField(content.body === "" ? "subtitle" : "body", () => inWords(textOf(content))),
  };
  const links = compileLinks(content);
  const email: CompiledEmail | undefined =
    channel === "email" ? inField("html", () => compileEmail(content, category, { marks })) : undefined;
  const dynamic =
    [...Object.values(texts), ...links.all].some((text) => typeof text !== "string") ||
    (email?.isPersonal ?? false);
  return { content, channel, texts, links, email, dynamic };
}

/** An address without Liquid is judged once. */
function compileUrl(source: string, judge: (url: string) => string): CompiledText {
  const text = compileText(source, "plain");
  return typeof text === "string" ? judge(text) : (variables) => judge(text(variables));
}

function compileLinks(content: Content) {
  const imageUrl = inField("imageUrl", () => compileUrl(content.imageUrl, toImageUrl));
  const iconUrl = inField("iconUrl", () => compileUrl(content.iconUrl, toIconUrl));
  const badgeUrl = inField("badgeUrl", () => compileUrl(content.badgeUrl, toIconUrl));
  const deepLink = inField("deepLink", () => compileUrl(content.deepLink, toDeepLink));
  const actions = inField("actions", () =>
    content.actions.map(({ id, title, url }) => ({
      id,
      title: compileText(title, "plain", content.language),
      url: compileUrl(url ?? "", toDeepLink),
    })),
  );
  const data = inField("data", () =>
    Object.entries(content.data).map(([key, value]) => [key, compileText(value, "plain")] as const),
  );
  const isFixed = (text: CompiledText) => typeof text === "string";
  // The same object for everybody, so that who writes the message sees at a glance that nothing changed.
  const fixedActions = actions.every(({ title, url }) => isFixed(title) && isFixed(url))
    ? renderActions(actions, {})
    : undefined;
  const fixedData = data.every(([, text]) => isFixed(text)) ? renderData(data, {}) : undefined;
  const all = [
    imageUrl,
    iconUrl,
    badgeUrl,
    deepLink,
    ...actions.flatMap(({ title, url }) => [title, url]),
    ...data.map(([, text]) => text),
  ];
  return { imageUrl, iconUrl, badgeUrl, deepLink, actions, fixedActions, data, fixedData, all };
}

function renderParts(
  { content, channel, texts, links, email }: Parts,
  variables: Variables,
): RenderedContent {
  const title = oneLine(renderText(texts.title, variables));
  const subtitle = oneLine(renderText(texts.subtitle, variables));
  const body = renderText(texts.body, variables);
  return {
    language: content.language,
    title,
    subtitle,
    ...(email ? email.render({ variables, subtitle, body }) : bodyOf(channel, title, body)),
    imageUrl: renderText(links.imageUrl, variables),
    iconUrl: renderText(links.iconUrl, variables),
    badgeUrl: renderText(links.badgeUrl, variables),
    deepLink: renderText(links.deepLink, variables),
    actions: links.fixedActions ?? renderActions(links.actions, variables),
    requireInteraction: content.requireInteraction,
    data: links.fixedData ?? renderData(links.data, variables),
  };
}

type CompiledAction = { id: string; title: CompiledText; url: CompiledText };

const renderActions = (actions: CompiledAction[], variables: Variables): ContentAction[] =>
  actions.map(({ id, title, url }) => {
    const link = renderText(url, variables);
    return { id, title: oneLine(renderText(title, variables)), ...(link === "" ? {} : { url: link }) };
  });

const renderData = (
  data: (readonly [string, CompiledText])[],
  variables: Variables,
): Readonly<Record<string, string>> =>
  Object.fromEntries(data.map(([key, text]) => [key, renderText(text, variables)]));

/** Channels without a headline carry it as the first line. */
function bodyOf(channel: Channel, title: string, body: string): { body: string; html: string } {
  if (channel === "sms") return { body: (body === "" ? title : body).normalize("NFC"), html: "" };
  if (channel === "whatsapp") return { body: joinLines(title === "" ? "" : `*${title}*`, body), html: "" };
  if (channel !== "telegram") return { body, html: "" };
  const headline = title === "" ? "" : `<b>${escapeHtml(title)}</b>`;
  return { body: joinLines(title, body), html: joinLines(headline, escapeHtml(body)) };
}

const joinLines = (...lines: string[]): string => lines.filter((line) => line !== "").join("\n\n");
