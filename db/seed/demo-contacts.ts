import type { ContactInput } from "@/lib/domain/contacts/prepare-contact";
import type { DemoWorkspace } from "./demo-workspaces";

const names = {
  en: {
    first: ["Olivia", "George", "Amelia", "Noah", "Isla", "Arthur", "Freya", "Leo", "Grace", "Oscar"],
    last: ["Bennett", "Hughes", "Patel", "Walsh", "Morgan", "Ellis"],
    cities: ["London", "Leeds", "Bristol"],
  },
  tr: {
    first: ["Zeynep", "Emre", "Elif", "Kerem", "Defne", "Burak", "İpek", "Çağlar", "Ceren", "Onur"],
    last: ["Kaya", "Şahin", "Öztürk", "Aydın", "Işık", "Güneş"],
    cities: ["İstanbul", "Ankara", "İzmir"],
  },
} as const;

const contactsPerWorkspace = 60;

/** The same people every time; only what they did lately moves with the calendar. */
export function demoContacts({ locale, timeZone, country }: DemoWorkspace, now: Date): ContactInput[] {
  const { first, last, cities } = names[locale];
  return Array.from({ length: contactsPerWorkspace }, (_, n) => {
    const externalId = `customer-${n + 1}`;
    const joinedAt = new Date(now.getTime() - (n % 90) * 86_400_000);
    return {
      externalId,
      firstName: first[n % first.length] ?? "",
      lastName: last[(n * 7) % last.length] ?? "",
      email: `${externalId}.${locale}@example.com`,
      locale,
      timeZone,
      country,
      city: cities[n % cities.length] ?? null,
      tags: n % 4 === 0 ? ["loyalty"] : [],
      attributes: { plan: n % 3 === 0 ? "gold" : "basic", orders: (n * 13) % 17 },
      subscriptions: [
        { channel: "app_push", address: `demo-device-${locale}-${n + 1}`, platform: "android" },
      ],
      consents: [{ channel: "email", status: "granted", source: "checkout", occurredAt: joinedAt }],
    } satisfies ContactInput;
  });
}
