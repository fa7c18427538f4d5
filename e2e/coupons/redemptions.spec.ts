import type { APIRequestContext } from "@playwright/test";
import type { Demo } from "@/bin/start/demo-file";
import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { wordsOf } from "@/e2e/campaigns/words";
import { expect, test } from "@/e2e/fixtures/test";
import { cookieNames } from "@/lib/browser/preferences";

type Row = { id: string; code: string; status: string; offer: { name: string; kind: string }; ip: string };

const log = async (request: APIRequestContext, demo: Demo, query: string): Promise<Row[]> => {
  const headers = { authorization: `Bearer ${demo.apiKey}` };
  const answer = await request.get(`/api/v1/coupons/${query}`, { headers });
  return ((await answer.json()) as { data: Row[] }).data;
};

for (const [locale, page, size] of [
  ["en", 0, { width: 1440, height: 900 }],
  ["tr", 1, { width: 390, height: 844 }],
] as const) {
  test(`somebody finds a redemption, takes it back, and sees why another was refused (${locale})`, async ({
    page: screen,
    request,
    signIn,
    demo,
    home,
  }) => {
    const t = wordsOf(locale, "redemptions");
    await screen.setViewportSize(size);
    await signIn("admin");
    const url = demo.url;
    await screen.context().addCookies([{ name: cookieNames.locale, value: locale, url }]);

    const redeemed = await log(
      request,
      demo,
      "redemptions?status=redeemed&source=push&limit=40&sort=created_at",
    );
    const reversible = (await log(request, demo, "redemptions?status=redeemed&limit=100")).filter(
      ({ offer }) => offer.kind === "percent" || offer.kind === "fixed",
    )[page];
    expect(redeemed.length).toBeGreaterThan(10);

    await screen.goto(`${home}/coupons/redemptions?q=${reversible?.code}&status=redeemed`);
    await expect(screen.getByRole("heading", { level: 1 })).toHaveText(t("title"));
    await expect(screen.getByText(reversible?.code ?? "").first()).toBeVisible();
    await expectGoodScreen(screen, "redemptions");
    await screen.getByRole("button", { name: t("live.pause") }).click();
    await expect(screen.getByRole("button", { name: t("live.resume") })).toBeVisible();

    await screen.goto(`${home}/coupons/redemptions/${reversible?.id}`);
    await expectGoodScreen(screen, "redemption");
    await screen.getByRole("button", { name: t("rollBack.action") }).click();
    const dialog = screen.getByRole("alertdialog");
    await dialog.getByLabel(t("rollBack.reason")).fill("E2E");
    await dialog.getByRole("button", { name: t("rollBack.confirm") }).click();
    await expect(screen.getByText("E2E", { exact: true })).toBeVisible();
    await expect(
      screen.locator("#content").getByText(t("statuses.rolled_back"), { exact: true }).first(),
    ).toBeVisible();
    await expect(screen.getByRole("button", { name: t("rollBack.action") })).toHaveCount(0);

    await screen.goto(`${home}/coupons/redemptions`);
    await screen.getByRole("tab", { name: t("tabs.refusals") }).click();
    await screen.waitForURL("**?tab=refusals");
    await screen.goto(`${home}/coupons/redemptions?tab=refusals&reason=expired`);
    await expectGoodScreen(screen, "refusals");
    await screen.locator("[data-row-anchor]").first().click();
    await screen.getByRole("link", { name: t("tryThen") }).click();
    const panel = screen.getByRole("dialog", { name: t("test.title") });
    await panel.getByRole("button", { name: t("test.submit"), exact: true }).click();
    await expect(panel.getByText(t("test.refused"))).toBeVisible();
    await expect(panel.getByText(t("reasons.expired"), { exact: true })).toBeVisible();
    await expect(panel.getByRole("listitem").filter({ hasText: t("outcomes.failed") })).toContainText(
      t("checks.not_ended"),
    );

    await screen.goto(`${home}/coupons/redemptions?tab=monitor`);
    await expect(screen.getByText(t("monitor.agrees")).first()).toBeVisible();
    await expect(screen.getByText(t("monitor.met"), { exact: true })).toHaveCount(9);
    await expectGoodScreen(screen, "monitor");

    await screen.goto(`${home}/coupons/redemptions?tab=memberships&expiry=never`);
    await expect(screen.getByText(t("never"), { exact: true }).first()).toBeVisible();
    await expectGoodScreen(screen, "memberships");
  });
}

test("a viewer sees networks instead of addresses, and no way to take anything back", async ({
  page,
  request,
  signIn,
  demo,
  home,
}) => {
  const t = wordsOf("en", "redemptions");
  await signIn("viewer");
  await page.context().addCookies([{ name: cookieNames.locale, value: "en", url: demo.url }]);
  const [newest] = await log(request, demo, "redemptions?status=redeemed&limit=1");
  await page.goto(`${home}/coupons/redemptions/${newest?.id}`);
  await expect(page.getByText(/^\d+\.\d+\.\d+\.0\/24$/)).toBeVisible();
  for (const name of [t("rollBack.action"), t("export.action"), t("test.action")])
    await expect(page.getByRole("button", { name })).toHaveCount(0);
});
