import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { type CompiledContent, ContentSyntaxError, compileContent } from "../compile-content";
import type { Content } from "../content";
import type { Variables } from "../liquid/compile-text";
import { LiquidProblem } from "../liquid/liquid-engine";
import { withinMillis } from "../liquid/render-deadline";
import { sampleVariables } from "../sample-variables";
import { checkActions } from "./check-actions";
import { checkLengths } from "./check-lengths";
import { checkPush } from "./check-push";
import { checkSms } from "./check-sms";
import { checkSource, checkUnsubscribe } from "./check-source";
import { checkUrls } from "./check-urls";
import { type ContentProblem, contentProblem } from "./content-problem";

export type CheckOptions = {
  category?: MessageCategory | undefined;
  /** The person whose message is measured; a sample person in that language when absent. */
  variables?: Variables | undefined;
  /** When given, variables outside the product's own and these are warned about. */
  attributeNames?: readonly string[] | undefined;
  /** Whether nobody gets a coupon code with it: then `coupon.code` is a variable like any other. */
  withoutCodes?: boolean | undefined;
};

/** All languages together: while they are rendered nobody else is answered. */
const checkMillisMax = 2_000;

/** Everything that is wrong with a message (errors) or could be better (warnings), language by language. */
export function checkContent(
  contents: readonly Content[],
  channel: Channel,
  options: CheckOptions = {},
): ContentProblem[] {
  const repeated = contents.filter(
    ({ language }, index) => contents.findIndex((other) => other.language === language) !== index,
  );
  return [
    ...repeated.map(({ language }) => contentProblem("duplicate_language", { language, field: "language" })),
    ...withinMillis(checkMillisMax, () =>
      contents.flatMap((content) => checkLanguage(content, channel, options)),
    ),
  ];
}

function checkLanguage(content: Content, channel: Channel, options: CheckOptions): ContentProblem[] {
  const { category = "marketing", variables = sampleVariables(content.language) } = options;
  const names = options.attributeNames && [
    ...options.attributeNames,
    ...Object.keys(content.variables ?? {}),
  ];
  const problems = checkSource(content, channel, names, options.withoutCodes);
  const compiled = compile(content, channel, category);
  if ("code" in compiled) return [...problems, compiled];
  const rendered = render(compiled, content, variables);
  if ("code" in rendered) return [...problems, rendered];
  return [
    ...problems,
    ...checkLengths(content, channel, rendered),
    ...checkUrls(content, variables),
    ...checkActions(content, channel, rendered),
    ...checkPush(content, channel, rendered),
    ...checkSms(channel, category, rendered),
    ...(channel === "email" && category === "marketing" ? checkUnsubscribe(content) : []),
  ];
}

/** Of the filter, the tag or the output that the engine complains of. */
const nameIn = (message: string): string =>
  /^(?:tag|output|raw) "?(.*?)\s*"? not closed$/.exec(message)?.[1] ??
  /(?:filter: |tag ")([^"]+)/.exec(message)?.[1] ??
  "";

function compile(
  content: Content,
  channel: Channel,
  category: MessageCategory,
): CompiledContent | ContentProblem {
  try {
    return compileContent(content, channel, { category, truncate: false });
  } catch (error) {
    if (!(error instanceof ContentSyntaxError)) throw error;
    const { code, message, line, column } = error.problem;
    const name = nameIn(message);
    return contentProblem(code, {
      language: content.language,
      field: error.field,
      line,
      column,
      values: { message, name },
    });
  }
}

function render(compiled: CompiledContent, content: Content, variables: Record<string, unknown>) {
  try {
    return compiled.render(variables);
  } catch (error) {
    return renderProblem(error, content);
  }
}

function renderProblem(error: unknown, { language, html }: Content): ContentProblem {
  if (!(error instanceof LiquidProblem)) throw error;
  const { code, message, line, column } = error;
  return contentProblem(code, {
    language,
    field: html === "" ? "body" : "html",
    line,
    column,
    values: { message, name: "" },
  });
}
