import { couponVariables } from "@/lib/domain/content/contact-variables";
import type { Content } from "@/lib/domain/content/content";
import { listVariables } from "@/lib/domain/content/liquid/list-variables";

const names = new Set<string>(couponVariables);

/** Every text of a message that is rendered. */
const textsOf = (content: Content): string[] => [
  content.title,
  content.subtitle,
  content.body,
  content.html,
  content.imageUrl,
  content.iconUrl,
  content.badgeUrl,
  content.deepLink,
  ...content.actions.flatMap(({ title, url }) => [title, url ?? ""]),
  ...Object.values(content.data),
];

const saysCoupon = (text: string): boolean =>
  text.includes("coupon") && listVariables(text).some((path) => names.has(path.slice(0, 2).join(".")));

export const mentionsCoupon = (content: Content): boolean => textsOf(content).some(saysCoupon);

/** Whether somebody without a code would see a hole: a coupon that is said outside every condition about it, without a substitute. */
export const leavesHole = (content: Content): boolean =>
  textsOf(content).some((text) => saysCoupon(text) && saysCoupon(withoutGuarded(text)));

const tag = /\{%-?\s*(if|unless|case|elsif|else|endif|endunless|endcase)\b([^%]*)%\}/g;
const substituted = /\{\{-?[^{}]*\|\s*default:[^{}]*\}\}/g;

/** The text outside conditions that ask for the coupon. */
function withoutGuarded(text: string): string {
  const guards: boolean[] = [];
  let kept = "";
  let from = 0;
  const keep = (to: number) => {
    if (!guards.includes(true)) kept += text.slice(from, to);
  };
  for (const { 0: whole, 1: word = "", 2: about = "", index } of text.matchAll(tag)) {
    keep(index);
    from = index + whole.length;
    const asks = /\bcoupon\b/.test(about);
    if (word === "if") guards.push(asks);
    else if (word === "unless" || word === "case") guards.push(false);
    else if (word === "elsif") guards.splice(-1, 1, asks);
    else if (word === "else") guards.splice(-1, 1, false);
    else guards.pop();
  }
  keep(text.length);
  return kept.replace(substituted, "");
}
