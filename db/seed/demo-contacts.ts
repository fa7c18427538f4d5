import type { Channel } from "@/lib/domain/channels/channel";
import type {
  ConsentInput,
  ContactInput,
  SubscriptionInput,
} from "@/lib/domain/contacts/saving/prepare-contact";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { mintWebPushSubscription } from "@/lib/providers/sandbox/server/minted-subscription";
import type { DemoWorkspace } from "./demo-workspaces";
import { steadyRandom } from "./steady-random";

const names = {
  en: {
    first: [
      "Olivia",
      "George",
      "Amelia",
      "Noah",
      "Isla",
      "Arthur",
      "Freya",
      "Leo",
      "Grace",
      "Oscar",
      "Ruby",
      "Theo",
    ],
    last: [
      "Bennett",
      "Hughes",
      "Patel",
      "Walsh",
      "Morgan",
      "Ellis",
      "Carter",
      "Reid",
      "Shah",
      "Fletcher",
      "Byrne",
    ],
    cities: ["London", "Leeds", "Bristol", "Glasgow", "Cardiff"],
    tags: ["loyalty", "wholesale", "newsletter"],
  },
  tr: {
    first: [
      "Zeynep",
      "Emre",
      "Elif",
      "Kerem",
      "Defne",
      "Burak",
      "İpek",
      "Çağlar",
      "Ceren",
      "Onur",
      "Şule",
      "Ömer",
    ],
    last: ["Kaya", "Şahin", "Öztürk", "Aydın", "Işık", "Güneş", "Çelik", "Yıldız", "Koç", "Ünal", "Doğan"],
    cities: ["İstanbul", "Ankara", "İzmir", "Bursa", "Antalya"],
    tags: ["sadık", "toptan", "bülten"],
  },
} as const;

const contactsPerWorkspace = 2_500;
const dayMillis = 86_400_000;
/** Any origin does: the sandbox plays the push service of all of them. */
const pushOrigin = "https://updates.push.services.mozilla.com";

/** When the nth of them came: a few a week at first, then more and more, the last one within the hour. */
export function joinedAt(n: number, now: Date): Date {
  const share = (contactsPerWorkspace - n) / contactsPerWorkspace;
  return new Date(now.getTime() - Math.round(share ** 1.4 * 540 * dayMillis));
}

/** The same people every time; only what they did lately moves with the calendar. */
export function demoContacts(workspace: DemoWorkspace, now: Date): ContactInput[] {
  const random = steadyRandom(workspace.slug);
  return Array.from({ length: contactsPerWorkspace }, (_, n) => demoContact(workspace, now, n, random));
}

function demoContact(workspace: DemoWorkspace, now: Date, n: number, random: () => number): ContactInput {
  const { locale, timeZone, country } = workspace;
  const words = names[locale];
  const externalId = `customer-${n + 1}`;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const orders = Math.floor(random() ** 2 * 24);
  const subscriptions = endpoints(workspace, n, random);
  return {
    externalId,
    kind: n % 40 === 0 ? "partner" : n % 11 === 0 ? "potential_customer" : "user",
    firstName: pick(words.first) ?? "",
    lastName: pick(words.last) ?? "",
    email: `${externalId}.${locale}@example.com`,
    locale: n % 12 === 0 ? (locale === "tr" ? "en" : "tr") : locale,
    timeZone,
    country,
    city: pick(words.cities) ?? null,
    birthDate: new Date(
      Date.UTC(1960 + Math.floor(random() * 45), Math.floor(random() * 12), 1 + Math.floor(random() * 28)),
    )
      .toISOString()
      .slice(0, 10),
    tags: words.tags.filter(() => random() < 0.18),
    attributes: {
      plan: orders > 12 ? "gold" : orders > 3 ? "silver" : "basic",
      orders,
      cart_open: random() < 0.07,
    },
    subscriptions,
    consents: consents(subscriptions, joinedAt(n, now), random),
  };
}

function endpoints({ id, locale }: DemoWorkspace, n: number, random: () => number): SubscriptionInput[] {
  const found: SubscriptionInput[] = [];
  if (random() < 0.72) {
    const platform = random() < 0.45 ? "ios" : "android";
    // The word in a sandbox token that stands for an app that was removed.
    const fate = n % 61 === 0 ? "gone-" : "";
    found.push({
      channel: "app_push",
      address: `demo-device-${fate}${locale}-${platform}-${n + 1}`,
      platform,
    });
  }
  if (random() < 0.28) {
    const { endpoint, ...keys } = mintWebPushSubscription(pushOrigin, `${id}.browser-${n + 1}`);
    found.push({ channel: "web_push", address: endpoint, platform: "web", keys });
  }
  if (random() < 0.6) found.push({ channel: "sms", address: phoneOf(locale, n) });
  if (random() < 0.22) found.push({ channel: "whatsapp", address: phoneOf(locale, n) });
  if (random() < 0.1) found.push({ channel: "telegram", address: String(700_000_000 + n * 7) });
  found.push({ channel: "in_app", address: `customer-${n + 1}`, platform: "web" });
  return found;
}

const phoneOf = (locale: InterfaceLocale, n: number): string =>
  locale === "tr" ? `+90532${String(1_000_000 + n * 3 + 11)}` : `+447400${String(100_000 + n * 3 + 11)}`;

function consents(
  subscriptions: SubscriptionInput[],
  occurredAt: Date,
  random: () => number,
): ConsentInput[] {
  const channels: Channel[] = ["email", ...subscriptions.map(({ channel }) => channel)];
  return channels.map((channel) => ({
    channel,
    status: random() < 0.05 ? "denied" : "granted",
    source: random() < 0.5 ? "checkout" : "signup_form",
    occurredAt,
  }));
}
