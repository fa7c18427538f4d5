import type { Page } from "@playwright/test";
import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { expect, test } from "@/e2e/fixtures/test";
import { cookieNames } from "@/lib/browser/preferences";
import en from "@/messages/en/offers.json" with { type: "json" };
import enPlans from "@/messages/en/plans.json" with { type: "json" };
import enUi from "@/messages/en/ui.json" with { type: "json" };
import tr from "@/messages/tr/offers.json" with { type: "json" };
import trPlans from "@/messages/tr/plans.json" with { type: "json" };
import trUi from "@/messages/tr/ui.json" with { type: "json" };

const languages = [
  {
    locale: "en",
    words: { ...en, plans: enPlans, ui: enUi },
    typed: { currency: "EUR", price: "1200.50", code: "Spring-20" },
    price: /€1,200\.50/,
    grant: "12 months of Gold en",
  },
  {
    locale: "tr",
    words: { ...tr, plans: trPlans, ui: trUi },
    typed: { currency: "TRY", price: "1200,50", code: "İlkbahar-20" },
    price: /₺1\.200,50/,
    grant: "12 ay Gold tr",
  },
] as const;

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option }).click();
}

for (const { locale, words, typed, price, grant } of languages) {
  test(`from a plan to an offer to a code that works, in ${locale}`, async ({ page, demo, home, signIn }) => {
    await signIn("owner");
    await page.context().addCookies([{ name: cookieNames.locale, value: locale, url: demo.url }]);
    const plan = `Gold ${locale}`;
    const offer = `Welcome ${locale}`;

    await page.goto(`${home}/coupons/plans?new=true`);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: words.plans.dialog.create }).click();
    await expect(dialog.getByText(words.plans.required).first()).toBeVisible();
    await dialog.getByLabel(words.plans.fields.name).fill(plan);
    // The demo sells memberships by the year in its own currency already.
    await choose(page, words.plans.fields.currency, typed.currency);
    await dialog.getByRole("textbox", { name: words.plans.fields.price, exact: true }).fill(typed.price);
    await expectGoodScreen(page, `plan dialog in ${locale}`);
    await dialog.getByRole("button", { name: words.plans.dialog.create }).click();
    const row = page.getByRole("row", { name: new RegExp(plan) });
    await expect(row).toContainText(price);

    await page.goto(`${home}/coupons/offers/new`);
    await page.getByRole("textbox", { name: words.form.name, exact: true }).fill(offer);
    await choose(page, words.form.plan, new RegExp(plan));
    await expect(page.getByText(grant).first()).toBeVisible();
    await page.getByRole("textbox", { name: words.form.perContact }).fill("7");
    await page.getByRole("textbox", { name: words.form.usesMax }).fill("5");
    await page.getByRole("button", { name: words.form.create }).click();
    await expect(page.getByRole("textbox", { name: words.form.perContact })).toBeFocused();
    await expect(page.getByRole("textbox", { name: words.form.perContact })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await page.getByRole("textbox", { name: words.form.perContact }).fill("1");
    await expectGoodScreen(page, `offer form in ${locale}`);
    await page.getByRole("button", { name: words.form.create }).click();

    await expect(page.getByRole("heading", { level: 1, name: offer })).toBeVisible();
    await expect(page.getByText(words.states.draft, { exact: true })).toBeVisible();
    await expect(page.getByText(grant)).toBeVisible();
    await page.getByRole("button", { name: words.acts.activate }).click();
    await expect(page.getByText(words.states.active, { exact: true })).toBeVisible();

    await page.getByRole("button", { name: words.codes.add }).click();
    await page.getByRole("textbox", { name: words.codes.code }).fill(typed.code);
    await page.getByRole("button", { name: words.codes.submit, exact: true }).last().click();
    await expect(page.getByRole("row").filter({ hasText: typed.code })).toBeVisible();
    await expectGoodScreen(page, `offer in ${locale}`);

    await page.goto(`${home}/coupons/offers?q=${encodeURIComponent(typed.code.toLowerCase())}`);
    await expect(page.getByRole("link", { name: offer })).toBeVisible();
    await expectGoodScreen(page, `offers in ${locale}`);

    await page.getByRole("link", { name: offer }).click();
    await page.getByRole("button", { name: words.acts.pause }).click();
    await page.getByRole("button", { name: words.acts.undo }).click();
    await expect(page.getByText(words.states.active, { exact: true })).toBeVisible();
  });
}
