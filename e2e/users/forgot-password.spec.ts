import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { wordsOf } from "@/e2e/campaigns/words";
import { type StartedServer, startServer } from "@/e2e/fixtures/start-server";
import { expect, test } from "@/e2e/fixtures/test";
import { passwordCharsMax, passwordCharsMin } from "@/lib/domain/users/user";
import { type RunningSandbox, startSandbox } from "@/lib/providers/sandbox/server/start-sandbox";

const newPassword = "yeni at pil zımba";

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

test("an installation that sends no e-mail says what to do instead", async ({ page }) => {
  const t = wordsOf("en", "auth");
  await page.goto("/sign-in");
  await page.getByRole("link", { name: t("forgotPassword") }).click();
  await expect(page.getByText(t("forgot.unavailableTitle"))).toBeVisible();
  await expect(page.getByText("npm run password-link")).toBeVisible();
  await expectAccessible(page);
});

test.describe("with a mail server", () => {
  test.describe.configure({ mode: "default" });
  let mail: RunningSandbox;
  let product: StartedServer;
  test.beforeAll(async () => {
    mail = await startSandbox();
    const { host } = new URL(mail.smtpUrl);
    product = await startServer({
      PUSHPILOT_SMTP_URL: `smtp://installation:sandbox@${host}?security=none`,
      PUSHPILOT_MAIL_FROM: "pushpilot@example.com",
    });
  });
  test.afterAll(async () => {
    await product.stop();
    await mail.close();
  });

  const linkFor = async (email: string): Promise<string | undefined> => {
    const answer = await fetch(`${mail.url}/_/messages?to=${encodeURIComponent(email)}`);
    // Soft line breaks of the raw mail part the link.
    const raw = (await answer.text()).replaceAll(String.raw`=\r\n`, "");
    return /\/reset-password\/pp_reset_[\w-]{43}/.exec(raw)?.[0];
  };

  for (const [index, locale] of (["en", "tr"] as const).entries()) {
    test(`somebody who forgot the password comes back by a mailed link, once (${locale})`, async ({
      page,
    }) => {
      const t = wordsOf(locale, "auth");
      const login = product.demo.logins[index];
      const email = login?.email ?? "";
      await page.context().addCookies([{ name: "locale", value: locale, url: product.demo.url }]);
      await page.goto(`${product.demo.url}/forgot-password`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("forgot.title"));
      await expectAccessible(page);
      await page.getByLabel(t("email")).fill("not an address");
      await page.getByRole("button", { name: t("forgot.submit") }).click();
      await expect(page.getByText(t("problems.invalid_email"))).toBeVisible();
      await page.getByLabel(t("email")).fill(email);
      await page.getByRole("button", { name: t("forgot.submit") }).click();
      await expect(page.getByText(t("forgot.sentTitle"))).toBeVisible();
      await expect.poll(() => linkFor(email), { timeout: 20_000 }).toBeTruthy();
      const path = (await linkFor(email)) ?? "";

      await page.goto(`${product.demo.url}${path}`);
      await expect(page.getByText(email)).toBeVisible();
      await expectAccessible(page);
      await page.locator("input[name=new_password]").fill("short");
      await page.getByRole("button", { name: t("reset.submit") }).click();
      const lengths = { min: passwordCharsMin, max: passwordCharsMax };
      await expect(page.getByText(t("problems.invalid_password", lengths))).toBeVisible();
      await page.locator("input[name=new_password]").fill(newPassword);
      await page.getByRole("button", { name: t("reset.submit") }).click();
      await expect(page.getByText(t("notices.password_reset"))).toBeVisible();
      await page.locator("input[name=email]").fill(email);
      await page.locator("input[name=password]").fill(newPassword);
      await page.getByRole("button", { name: t("signIn"), exact: true }).click();
      await expect(page).not.toHaveURL(/\/sign-in/);

      await page.goto(`${product.demo.url}${path}`);
      await expect(page.getByText(t("reset.closed"))).toBeVisible();
    });
  }
});
