import type { Page } from "@playwright/test";
import { expect } from "@/e2e/fixtures/test";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";

type Letter = { to: string; body: string };

type Answer = { id: string } & Record<string, unknown>;

/** A new workspace with people who have an e-mail address, and a server of its own that holds a secret key. */
export async function startShop(page: Page, url: string, shop: { locale: InterfaceLocale; people: number }) {
  const { locale, people } = shop;
  const name = `Journey ${Math.random().toString(36).slice(2, 8)}`;
  const asOwner = async <T>(path: string, data: object, slug?: string) => {
    const headers: Record<string, string> = slug ? { "x-workspace-id": slug } : {};
    const answer = await page.request.post(`/api/v1/${path}`, { data, headers });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  };
  const { slug } = await asOwner<{ slug: string }>("workspaces", { name, locale });
  const { secret } = await asOwner<{ secret: string }>("api-keys", { name: "Shop", scopes: ["all"] }, slug);

  async function ask<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        "content-type": "application/json",
        ...(key ? { "idempotency-key": key } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(answer.ok, `${path}: ${await answer.clone().text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  const addresses = Array.from({ length: people }, (_, n) => `${slug}-${n}@example.com`);
  const personAt = (address: string) => address.replace(/@.*/, "");
  const contacts = addresses.map((address, n) => ({
    external_id: personAt(address),
    first_name: `Ada ${n}`,
    subscriptions: [{ channel: "email", address }],
  }));
  await ask("POST", "contacts/bulk", { contacts });

  return {
    slug,
    home: `/${slug}`,
    addresses,
    /** The external id of whoever reads there. */
    personAt,
    call: (path: string, body: object, key?: string) => ask<Answer>("POST", path, body, key),

    /** What the sandbox delivered. */
    async letters(): Promise<Letter[]> {
      const inbox = await ask<{ shown: { to: string; preview: { body: string } }[] }>(
        "GET",
        "sandbox/messages?channel=email",
      );
      return inbox.shown.map(({ to, preview }) => ({ to, body: preview.body }));
    },

    async figures() {
      return (await ask<{ current: object }>("GET", "coupons/performance")).current;
    },
  };
}
