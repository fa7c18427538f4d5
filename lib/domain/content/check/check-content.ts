import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { compileContent, type RenderedContent } from "../compile-content";
import type { Content } from "../content";
import type { Variables } from "../liquid/compile-text";
import { withinMillis } from "../liquid/render-deadline";
import { sampleVariables } from "../sample-variables";
import { checkActions } from "./check-actions";
import { checkLengths } from "./check-lengths";
import { findLiquidProblems, liquidProblemOf } from "./check-liquid";
import { checkPush } from "./check-push";
import { checkSms } from "./check-sms";
import { checkSource } from "./check-source";
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
  const rendered = render(content, channel, category, variables);
  if (Array.isArray(rendered)) return [...problems, ...rendered];
  return [
    ...problems,
    ...checkLengths(content, channel, rendered),
    ...checkUrls(content, variables),
    ...checkActions(content, channel, rendered),
    ...checkPush(content, channel, rendered),
    ...checkSms(channel, category, rendered),
  ];
}

/** As it would be sent; what keeps it from being rendered, where something does. */
function render(
  content: Content,
  channel: Channel,
  category: MessageCategory,
  variables: Variables,
): RenderedContent | ContentProblem[] {
  try {
    return compileContent(content, channel, { category, truncate: false }).render(variables);
  } catch (error) {
    const stopped = liquidProblemOf(error, content);
    const found = findLiquidProblems(content, channel, variables);
    return found.length > 0 ? found : [stopped];
  }
}
