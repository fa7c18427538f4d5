import { readFileSync } from "node:fs";
import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { wordsOf } from "@/e2e/campaigns/words";
import { expect, test } from "@/e2e/fixtures/test";
import { cookieNames } from "@/lib/browser/preferences";

const quantity = 10_000;

const views = [
  { locale: "en", theme: "light", width: 1440, total: "10,000" },
  { locale: "tr", theme: "dark", width: 360, total: "10.000" },
] as const;

for (const { locale, theme, width, total } of views) {
  test(`a batch of 10,000 codes is made, survives a reload and is exported in ${locale}`, async ({
    page,
    home,
    signIn,
    demo,
  }) => {
    const t = wordsOf(locale, "batches");
    await page.setViewportSize({ width, height: 900 });
    await signIn("owner");
    const preferences = { [cookieNames.locale]: locale, [cookieNames.theme]: theme };
    await page
      .context()
      .addCookies(Object.entries(preferences).map(([name, value]) => ({ name, value, url: demo.url })));
    await page.goto(`${home}/coupons/batches`);
    await expect(page.getByRole("heading", { name: t("title"), level: 1 })).toBeVisible();
    await expectGoodScreen(page, "batches");
    await page.goto(`${home}/coupons/batches/import`);
    await expect(page.getByRole("heading", { name: t("import.title"), level: 1 })).toBeVisible();
    await expectGoodScreen(page, "import of codes");

    await page.goto(`${home}/coupons/batches/new`);
    await page.getByLabel(t("new.prefix")).fill("bahar-");
    await expect(page.getByText(/^BAHAR-\w{4}-\w{4}-\w{3}$/).first()).toBeVisible();
    await page.getByLabel(t("new.quantity")).fill(String(quantity));
    await expectGoodScreen(page, "new batch");
    await page.getByRole("combobox", { name: t("offer") }).click();
    await page.getByRole("option").first().click();
    await page.getByRole("button", { name: t("new.create", { count: quantity }) }).click();

    await page.waitForURL(/\/batches\/bat_/);
    await page.reload();
    await expect(page.getByText(t("receipt.sentence", { count: quantity }))).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText(total, { exact: true }).first()).toBeVisible();
    await expectGoodScreen(page, "batch");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: t("files.formats.txt") }).click();
    const codes = readFileSync(await (await download).path(), "utf8")
      .trimEnd()
      .split("\n");
    expect(new Set(codes).size).toBe(quantity);
  });
}
