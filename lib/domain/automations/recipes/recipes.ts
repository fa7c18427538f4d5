import { everyone } from "@/lib/domain/audience/audience-filter";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { newId } from "@/lib/platform/ids";
import { type Definition, type ExitRule, type MessageStep, orderEvent, type Step } from "../definition";
import type { RecipeName } from "./recipe-name";
import { recipeWords } from "./recipe-words";

const minutesOf = { hour: 60, day: 24 * 60 };

const ordered: ExitRule = { kind: "event", event: orderEvent, where: [] };

/** A recipe as a definition of its own: every step has a new id, so that no two automations share figures. */
export function makeRecipe(
  name: RecipeName,
  language: InterfaceLocale,
): { name: string; definition: Definition } {
  const words = recipeWords[language][name];
  const [first, second] = words.messages;
  const base = { audience: everyone, reentry: { kind: "once" }, exits: [unsubscribed] } as const;
  const say = (text: Words | undefined, more: Partial<Content> = {}) =>
    messageOf({ ...emptyContent, language, ...text, ...more });
  const sayOfCart = (text: Words | undefined) => say(text, toCart(text, words.link));
  const definitions: Record<RecipeName, () => Pick<Definition, "trigger" | "steps"> & Partial<Definition>> = {
    abandoned_cart: () => ({
      trigger: { kind: "cart_abandoned", afterMinutes: minutesOf.hour, category: null },
      steps: [sayOfCart(first), wait(minutesOf.day), sayOfCart(second)],
    }),
    birthday: () => ({
      trigger: { kind: "birthday", at: "09:00", leapDay: "feb_28" },
      steps: [say(first)],
    }),
    win_back: () => ({
      trigger: { kind: "inactive", days: 30 },
      steps: [say(first), wait(7 * minutesOf.day), say(second)],
      exits: [ordered, unsubscribed],
    }),
    welcome: () => ({
      trigger: { kind: "event", event: "signed_up", where: [] },
      steps: [say(first), wait(3 * minutesOf.day), say(second)],
    }),
    after_order: () => ({
      trigger: { kind: "event", event: orderEvent, where: [] },
      reentry: { kind: "after", days: 30 },
      steps: [wait(7 * minutesOf.day), say(first)],
    }),
    coupon_expiring: () => ({
      trigger: { kind: "coupon_expiring", days: 3 },
      steps: [say(first)],
    }),
  };
  return {
    name: words.name,
    definition: { ...base, exits: [...base.exits], ...definitions[name]() },
  };
}

const unsubscribed: ExitRule = { kind: "unsubscribed" };

const wait = (minutes: number): Step => ({ id: newId(), kind: "wait", minutes });

type Words = { title: string; body: string };

/** Where the shop told the cart's address: push opens it, an e-mail links it. */
const toCart = (text: Words | undefined, link = ""): Partial<Content> => ({
  deepLink: "{{ cart.url }}",
  html: `<p>${text?.body ?? ""}</p>\n{% if cart.url != blank %}<p><a href="{{ cart.url }}">${link}</a></p>{% endif %}`,
});

const messageOf = (content: Content): MessageStep => ({
  id: newId(),
  kind: "message",
  channels: ["web_push", "email"],
  category: "marketing",
  contents: [content],
  isBestTime: false,
  ttlSeconds: null,
  priority: "normal",
  tracking: null,
});
