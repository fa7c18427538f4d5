import type { Page } from "@playwright/test";
import type { Demo } from "@/bin/start/demo-file";
import { wordsOf } from "@/e2e/campaigns/words";
import type { PushPilot } from "@/lib/browser/sdk/pushpilot";
import { createPageKey, startSite } from "../fixtures/site";
import { expect, test } from "../fixtures/test";

const t = wordsOf("en", "automations");
const exit = t("passages.exited", { reason: t("exitReasons.ordered") });

test("a recipe goes live: a cart on a page is written about after its wait, an order ends another's, and both timelines say so", async ({
  page,
  context,
  demo,
  home,
  signIn,
}) => {
  const stamp = Date.now();
  const [left, ordered] = [`left-${stamp}`, `ordered-${stamp}`];
  await createPerson(demo, left);
  await createPerson(demo, ordered);
  await signIn("owner");
  await page.goto(`${home}/automations`);
  await page.getByRole("button", { name: t("new") }).click();
  await page.getByRole("menuitem", { name: t("recipes.abandoned_cart.name") }).click();
  await page.waitForURL(/\/automations\/aut_/);
  await shortenTheWait(page);
  await page.getByRole("button", { name: t("acts.publish") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("publish.confirm") })
    .click();
  await expect(page.getByText(t("statuses.live"), { exact: true }).first()).toBeVisible();
  const automation = page.url().split("?")[0] ?? "";

  const site = await startSite(demo);
  try {
    const key = await createPageKey(demo, site.origin);
    const shop = await context.newPage();
    for (const person of [left, ordered]) {
      await shop.goto(site.origin);
      await shop.evaluate(() => localStorage.clear());
      await shop.reload();
      await fillCart(shop, key, person);
    }
    await shop.close();
    await track(demo, ordered, "order_completed", {
      order_id: "1",
      cart_id: ordered,
      total: 1,
      currency: "GBP",
    });

    await expect.poll(() => cartMailsTo(demo, left), { timeout: 150_000, intervals: [2_000] }).toBe(1);
    expect(await cartMailsTo(demo, ordered)).toBe(0);
  } finally {
    site.server.close();
  }

  await page.goto(`${automation}?tab=people`);
  await page.getByRole("link", { name: left }).first().click();
  await expect(page.getByText(/Handed to the sender/)).toBeVisible();
  await page.goto(`${automation}?tab=people`);
  await page.getByRole("link", { name: ordered }).first().click();
  await expect(page.getByText(exit)).toBeVisible();
});

/** A minute instead of the recipe's hour. */
async function shortenTheWait(page: Page): Promise<void> {
  const trigger = page.getByRole("region", { name: t("editor.trigger") });
  await trigger.getByRole("button", { name: t("editor.edit") }).click();
  await trigger.getByRole("textbox", { name: t("trigger.after") }).fill("1");
  await trigger.getByRole("combobox", { name: t("duration.unit") }).click();
  await page.getByRole("option", { name: t("duration.units.minutes") }).click();
  await expect(
    trigger.getByText(t("words.durations.minutes", { count: 1 }), { exact: false }).first(),
  ).toBeVisible();
}

async function fillCart(shop: Page, key: string, person: string): Promise<void> {
  await shop.waitForFunction(() => "PushPilot" in window);
  await shop.evaluate(
    async ({ key, person }) => {
      const client = (window as unknown as { PushPilot: typeof PushPilot }).PushPilot.init({ key });
      await client.identify(person);
      await client.track("cart_updated", { cart_id: person, items: [{ product_id: "1", name: "Lamp" }] });
    },
    { key, person },
  );
}

const headersOf = ({ apiKey }: Demo) => ({
  authorization: `Bearer ${apiKey}`,
  "content-type": "application/json",
});

async function createPerson(demo: Demo, person: string): Promise<void> {
  const answer = await fetch(`${demo.url}/api/v1/contacts`, {
    method: "POST",
    headers: headersOf(demo),
    body: JSON.stringify({ external_id: person, first_name: person, email: `${person}@example.com` }),
  });
  expect(answer.ok, await answer.text()).toBe(true);
}

async function track(demo: Demo, person: string, name: string, properties: object): Promise<void> {
  const answer = await fetch(`${demo.url}/api/v1/events`, {
    method: "POST",
    headers: headersOf(demo),
    body: JSON.stringify({ name, external_id: person, properties }),
  });
  expect(answer.ok, await answer.text()).toBe(true);
}

/** The recipe's own: other automations of the workspace may write about the order. */
async function cartMailsTo(demo: Demo, person: string): Promise<number> {
  const query = new URLSearchParams({ to: `${person}@example.com` });
  const answer = await fetch(`${demo.url}/api/v1/sandbox/messages?${query}`, { headers: headersOf(demo) });
  const { shown } = (await answer.json()) as { shown: object[] };
  return shown.filter((mail) => JSON.stringify(mail).includes("Your cart is waiting")).length;
}
