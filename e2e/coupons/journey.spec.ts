import type { Page } from "@playwright/test";
import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { wordsOf } from "@/e2e/campaigns/words";
import { expect, test } from "@/e2e/fixtures/test";
import { cookieNames, type Theme } from "@/lib/browser/preferences";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { startShop } from "./shop";

type View = {
  locale: InterfaceLocale;
  theme: Theme;
  width: number;
  currency: string;
  typed: { price: string; cost: string };
  shown: { revenue: string; granted: string; cost: string; roi: string; codes: string };
};

const views: View[] = [
  {
    locale: "en",
    theme: "light",
    width: 1440,
    currency: "USD",
    typed: { price: "1200.50", cost: "300" },
    shown: { revenue: "$900", granted: "$300.50", cost: "$300", roi: "200%", codes: "400,000" },
  },
  {
    locale: "tr",
    theme: "dark",
    width: 360,
    currency: "TRY",
    typed: { price: "1200,50", cost: "300" },
    shown: { revenue: "₺900", granted: "₺300,50", cost: "₺300", roi: "%200", codes: "400.000" },
  },
];

const people = 4;
/** Enough that the bar is seen on its way. */
const quantity = 400_000;
const orderMinor = 90_000;
const settleMillis = 90_000;

async function makePlanAndOffer(
  page: Page,
  home: string,
  view: View,
  names: { plan: string; offer: string },
) {
  const { locale, typed } = view;
  const [tPlans, t] = [wordsOf(locale, "plans"), wordsOf(locale, "offers")];
  await page.goto(`${home}/coupons/plans?new=true`);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(tPlans("fields.name")).fill(names.plan);
  await dialog.getByRole("textbox", { name: tPlans("fields.price"), exact: true }).fill(typed.price);
  await dialog.getByRole("button", { name: tPlans("dialog.create") }).click();
  await expect(
    page.locator("#content").getByText(names.plan).filter({ visible: true }).first(),
  ).toBeVisible();
  await expectGoodScreen(page, "plans");

  await page.goto(`${home}/coupons/offers/new`);
  await page.getByRole("textbox", { name: t("form.name"), exact: true }).fill(names.offer);
  await page.getByRole("combobox", { name: t("form.plan") }).click();
  await page.getByRole("option", { name: new RegExp(names.plan) }).click();
  await page.getByRole("textbox", { name: t("form.cost") }).fill(typed.cost);
  await page.getByRole("button", { name: t("form.create") }).click();
  await expect(page.getByRole("heading", { level: 1, name: names.offer })).toBeVisible();
  await page.getByRole("button", { name: t("acts.activate") }).click();
  await expect(page.getByText(t("states.active"), { exact: true })).toBeVisible();
  await expectGoodScreen(page, "offer without figures");
  return page.url();
}

/** The page of the batch, once every code was counted. */
async function generateCodes(page: Page, home: string, { locale, shown }: View, offer: string) {
  const t = wordsOf(locale, "batches");
  await page.goto(`${home}/coupons/batches/new`);
  await page.getByRole("combobox", { name: t("offer") }).fill(offer);
  await page.getByRole("option", { name: offer }).click();
  await page
    .getByRole("textbox", { name: t("new.name") })
    .first()
    .fill(offer);
  const previewed = page.waitForResponse(
    (answer) =>
      answer.url().endsWith("/batches/preview") && !!answer.request().postData()?.includes(`${quantity}`),
  );
  await page.getByRole("textbox", { name: t("new.quantity") }).fill(String(quantity));
  await page.getByRole("textbox", { name: t("new.quantity") }).blur();
  await previewed;
  // What was foretold for another number is dimmed.
  await expect(page.getByText(t("new.samples")).locator("xpath=../..")).toHaveCSS("opacity", "1");
  const create = page.getByRole("button", { name: t("new.create", { count: quantity }) });
  await expect(create).toBeEnabled();
  await expectGoodScreen(page, "new batch");
  const progress = page.locator("#content").getByRole("progressbar", { name: t("progress") });
  const seen = progress.waitFor();
  await create.click();
  await seen;
  await expect(page.getByText(t("receipt.sentence", { count: quantity }))).toBeVisible({
    timeout: settleMillis,
  });
  await expect(progress).toHaveCount(0);
  for (const term of ["requested", "generated", "distinct"])
    await expect(
      page
        .getByRole("term")
        .filter({ hasText: new RegExp(`^${t(`receipt.${term}`)}$`) })
        .locator("xpath=following-sibling::dd[1]"),
    ).toHaveText(shown.codes);
  await expectGoodScreen(page, "batch");
  return page.url();
}

async function writeCampaign(page: Page, home: string, { locale }: View, name: string) {
  const [t, tContent] = [wordsOf(locale, "campaigns"), wordsOf(locale, "content")];
  const tCoupon = wordsOf(locale, "coupon-messages");
  await page.goto(`${home}/campaigns/new`);
  await page.getByLabel(t("content.name")).fill(name);
  await page.getByRole("radio", { name: tContent("channels.email") }).check();
  await page.getByRole("button", { name: t("newForm.submit") }).click();
  await page.waitForURL(/\/edit/);
  await page.getByRole("combobox", { name: t("content.category") }).click();
  await page.getByRole("option", { name: tContent("categories.transactional") }).click();
  await page.getByRole("textbox", { name: tContent("fields.subject"), exact: true }).fill(name);
  await page
    .getByRole("textbox", { name: tContent("fields.body"), exact: true })
    .fill("{{ first_name }}, here it is:");
  const block = page.getByRole("region", { name: tCoupon("title") });
  await block.getByRole("combobox", { name: tCoupon("batch") }).fill(name);
  await page.getByRole("option").first().click();
  await expect(block.getByText(tCoupon("free", { count: quantity }))).toBeVisible();
  await block.getByRole("button", { name: tCoupon("insert") }).click();
  await expectGoodScreen(page, "composer");
}

async function send(page: Page, { locale }: View) {
  const [t, tCoupon] = [wordsOf(locale, "campaigns"), wordsOf(locale, "coupon-messages")];
  const steps = page.getByRole("navigation", { name: t("steps.label") });
  await steps.getByRole("button", { name: new RegExp(`^${t("steps.review")}`) }).click();
  await expect(page.getByText(tCoupon("forecast.enough"))).toBeVisible();
  await expect(page.getByText(t("review.ready"))).toBeVisible();
  await expectGoodScreen(page, "review");
  await page.getByRole("button", { name: t("send.now", { count: people }) }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  // The funnel says the same word of a step.
  const header = page.getByRole("heading", { level: 1 }).locator("xpath=..");
  await expect(header).toContainText(t("statuses.sent"), { timeout: settleMillis });
  return page.url();
}

/** A figure of the coupon's performance, with what is said below it. */
const figureOf = (page: Page, { locale }: View, figure: string) => {
  const t = wordsOf(locale, "coupon-performance");
  return page
    .getByRole("region", { name: t("title") })
    .getByText(t(`figures.${figure}`), { exact: true })
    .first()
    .locator("xpath=ancestor::div[2]");
};

for (const view of views) {
  const { locale, theme, width, currency, shown } = view;
  test(`a coupon brings money, from its plan to the report (${locale}, ${theme}, ${width})`, async ({
    page,
    context,
    demo,
    signIn,
  }) => {
    test.setTimeout(5 * settleMillis);
    await page.setViewportSize({ width, height: 900 });
    await signIn("owner");
    await context.addCookies([
      { name: cookieNames.locale, value: locale, url: demo.url },
      { name: cookieNames.theme, value: theme, url: demo.url },
    ]);
    const shop = await startShop(page, demo.url, { locale, people });
    const name = `Gold ${shop.slug}`;

    const offerUrl = await makePlanAndOffer(page, shop.home, view, {
      plan: `Plan ${shop.slug}`,
      offer: name,
    });
    const batchUrl = await generateCodes(page, shop.home, view, name);
    await writeCampaign(page, shop.home, view, name);
    const campaignUrl = await send(page, view);

    await expect.poll(async () => (await shop.letters()).length).toBe(people);
    const letters = await shop.letters();
    expect(letters.map(({ to }) => to).sort()).toEqual(shop.addresses);
    const codes = letters.map(({ body }) => /here it is: ([0-9A-Z-]+)/.exec(body)?.[1] ?? body);
    expect(new Set(codes).size).toBe(people);
    await page.goto(`${shop.home}/sandbox`);
    await expect(page.locator("#content").getByRole("button", { name: new RegExp(name) })).toHaveCount(
      people,
    );
    await expectGoodScreen(page, "sandbox");

    const [letter, code] = [letters[0], codes[0] ?? ""];
    const externalId = shop.personAt(letter?.to ?? "");
    const orderId = `order-${shop.slug}`;
    const order = { id: orderId, total_minor: orderMinor, currency };
    // Typed by hand: case and dashes do not count.
    const typed = code.toLowerCase().replaceAll("-", " ");
    const redeem = () =>
      shop.call("coupons/redeem", { code: typed, external_id: externalId, order, source: "email" }, orderId);
    const redeemed = await redeem();
    expect(redeemed).toMatchObject({
      status: "redeemed",
      code,
      offer: { name },
      price: { list_minor: 120_050, paid_minor: orderMinor, currency },
      order_id: orderId,
    });
    expect(await redeem()).toMatchObject({ id: redeemed.id });
    const properties = { order_id: orderId, total: "900.00", currency };
    await shop.call("events", { name: "order_completed", external_id: externalId, properties });
    await shop.call("coupons/performance/recomputations", {});
    await expect
      .poll(() => shop.figures(), { timeout: settleMillis })
      .toMatchObject({
        issued: people,
        redemptions: 1,
        orders: 1,
        money: [{ currency, cash_minor: orderMinor, attributed_minor: orderMinor, roi: 2 }],
      });

    await page.goto(offerUrl);
    await expect(figureOf(page, view, "redemptions")).toContainText("1");
    await expect(figureOf(page, view, "cash")).toContainText(shown.revenue);
    await expect(figureOf(page, view, "granted")).toContainText(shown.granted);
    await expect(figureOf(page, view, "attributed")).toContainText(shown.revenue);
    await expect(figureOf(page, view, "roi")).toContainText(shown.roi);
    await expect(figureOf(page, view, "roi")).toContainText(shown.cost);
    await expectGoodScreen(page, "offer with figures");

    const tFigures = wordsOf(locale, "coupon-performance");
    const told = tFigures("ofIssued", { redeemed: 1, issued: people });
    for (const [url, where] of [
      [campaignUrl, "report"],
      [batchUrl, "batch with figures"],
    ] as const) {
      await page.goto(url);
      await expect(figureOf(page, view, "redemptionRate")).toContainText(told);
      await expect(figureOf(page, view, "attributed")).toContainText(shown.revenue);
      await expect(figureOf(page, view, "roi")).toContainText(tFigures("costOfOffers"));
      await expectGoodScreen(page, where);
    }

    await page.goto(`${shop.home}/coupons/performance?range=7d`);
    await expect(page.getByText(shown.roi, { exact: true }).filter({ visible: true }).first()).toBeVisible();
    await expectGoodScreen(page, "coupon performance");

    await page.goto(`${shop.home}/coupons/redemptions?q=${encodeURIComponent(typed)}`);
    await expect(page.getByText(code).filter({ visible: true }).first()).toBeVisible();
    await page.goto(`${shop.home}/coupons/redemptions/${redeemed.id}`);
    await expect(page.getByText(orderId).first()).toBeVisible();
    await expect(page.getByRole("link", { name }).first()).toBeVisible();
    await expectGoodScreen(page, "redemption");
    await page.goto(`${shop.home}/coupons/redemptions?tab=monitor`);
    await expect(page.getByText(wordsOf(locale, "redemptions")("monitor.met"), { exact: true })).toHaveCount(
      9,
    );
  });
}
