import type { Page } from "@playwright/test";
import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { wordsOf } from "@/e2e/campaigns/words";
import { expect, test } from "@/e2e/fixtures/test";
import { cookieNames, type Theme } from "@/lib/browser/preferences";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { seedBatch } from "./seed-batch";

type View = { locale: InterfaceLocale; theme: Theme; width: number };

const views: View[] = [
  { locale: "en", theme: "light", width: 1440 },
  { locale: "tr", theme: "dark", width: 360 },
];

const people = 5;
const settleMillis = 90_000;

/** A workspace with people on the in-app channel, a batch with a code more than there are people, and a draft. */
async function prepare(page: Page, { locale }: View) {
  const name = `Codes ${Math.random().toString(36).slice(2, 8)}`;
  const post = async (path: string, data: object, slug?: string) => {
    const answer = await page.request.post(`/api/v1/${path}`, {
      data,
      ...(slug ? { headers: { "x-workspace-id": slug } } : {}),
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { id: string; slug: string };
  };
  const workspace = await post("workspaces", { name, locale });
  const { slug } = workspace;
  const contacts = Array.from({ length: people }, (_, n) => ({
    external_id: `${slug}-${n}`,
    first_name: `Ada ${n}`,
    subscriptions: [{ channel: "app_push", address: `coupon-device-${slug}-${n}` }],
  }));
  await post("contacts/bulk", { contacts }, slug);
  const batch = `Spring ${slug}`;
  await seedBatch(workspace.id, {
    codes: [0, 1, 2, 3, 4, 5].map((n) => `${slug.replaceAll("-", "").toUpperCase()}${n}`),
    offerName: batch,
    endsAt: new Date("2031-01-01T00:00:00Z"),
  });
  const draft = {
    name,
    channel_type: "app_push",
    category: "transactional",
    contents: [{ language: locale, title: "Hello {{ first_name }}", body: "Here it is:" }],
  };
  const { id } = await post("campaigns", draft, slug);
  return { slug, batch, campaign: `/${slug}/campaigns/${id}` };
}

for (const view of views) {
  const { locale, theme, width } = view;
  test(`a campaign gives each person a code of a batch (${locale}, ${theme}, ${width})`, async ({
    page,
    context,
    demo,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn("owner");
    await context.addCookies([
      { name: cookieNames.locale, value: locale, url: demo.url },
      { name: cookieNames.theme, value: theme, url: demo.url },
    ]);
    const t = wordsOf(locale, "coupon-messages");
    const tCampaign = wordsOf(locale, "campaigns");
    const { slug, batch, campaign } = await prepare(page, view);

    await page.goto(`${campaign}/edit?step=content`);
    const block = page.getByRole("region", { name: t("title") });
    await block.getByRole("combobox", { name: t("batch") }).fill(batch.slice(0, 10));
    await page.getByRole("option").first().click();
    await expect(block.getByText(t("free", { count: 6 }))).toBeVisible();
    await block.getByRole("button", { name: t("insert") }).click();
    await expect(block.getByRole("button", { name: t("insert") })).toHaveCount(0);
    await expectGoodScreen(page, "composer with a coupon");

    await page
      .getByRole("navigation", { name: tCampaign("steps.label") })
      .getByRole("button", { name: new RegExp(`^${tCampaign("steps.review")}`) })
      .click();
    await expect(page.getByText(t("forecast.enough"))).toBeVisible();
    await expectGoodScreen(page, "review with a stock forecast");
    await page.getByRole("button", { name: tCampaign("send.now", { count: people }) }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
    await expect(page.getByText(tCampaign("statuses.sent")).first()).toBeVisible({ timeout: settleMillis });

    await page.goto(`/${slug}/sandbox`);
    const shown = page.getByText(/Here it is: \S+/).filter({ visible: true });
    // The inbox shows a message as its device does, and once more to screen readers.
    const codesShown = async () => {
      const texts = await shown.allInnerTexts();
      return [...new Set(texts.map((text) => /Here it is: (\S+)/.exec(text)?.[1]))];
    };
    await expect.poll(async () => (await codesShown()).length).toBe(people);
    expect((await codesShown()).filter((code) => code?.includes("{"))).toEqual([]);
  });
}
