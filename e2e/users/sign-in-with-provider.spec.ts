import type { Page } from "@playwright/test";
import { wordsOf } from "@/e2e/campaigns/words";
import { type StartedServer, startServer } from "@/e2e/fixtures/start-server";
import { expect, test } from "@/e2e/fixtures/test";
import { type OidcIssuer, startOidcIssuer } from "@/lib/platform/testing/oidc-issuer";

const t = wordsOf("en", "auth");

test("an installation without Google and Apple shows no buttons for them", async ({ page }) => {
  for (const path of ["/sign-in", "/sign-up"]) {
    await page.goto(path);
    await expect(page.locator("input[name=email]")).toBeVisible();
    for (const provider of ["google", "apple"])
      await expect(page.getByRole("button", { name: t(`with.${provider}`) })).toHaveCount(0);
  }
});

test.describe("through a provider on another site", () => {
  test.describe.configure({ mode: "default" });
  let issuer: OidcIssuer;
  let product: StartedServer;
  test.beforeAll(async () => {
    issuer = await startOidcIssuer();
    product = await startServer({
      GOOGLE_CLIENT_ID: issuer.clientId,
      GOOGLE_CLIENT_SECRET: issuer.clientSecret,
      GOOGLE_ISSUER: issuer.url,
      APPLE_CLIENT_ID: issuer.clientId,
      APPLE_CLIENT_SECRET: issuer.clientSecret,
      APPLE_ISSUER: issuer.url,
    });
  });
  test.afterAll(async () => {
    await product.stop();
    await issuer.close();
  });

  const open = (page: Page, path: string) => page.goto(`${product.demo.url}${path}`);
  const press = (page: Page, provider: "google" | "apple") =>
    page.getByRole("button", { name: t(`with.${provider}`) }).click();

  /** Apple answers with a form post from its site, Google with a redirect; each takes other cookies along. */
  for (const provider of ["google", "apple"] as const) {
    test(`${provider} makes an account with a workspace, and leads back to it the next time`, async ({
      page,
    }) => {
      issuer.person = {
        sub: `${provider}-1`,
        email: `${provider}@example.com`,
        email_verified: provider === "apple" ? "true" : true,
        name: `By ${provider}`,
      };
      await open(page, "/sign-in");
      await press(page, provider);
      await expect(page).toHaveURL(new RegExp(`/by-${provider}$`));
      await expect(page.locator("main")).toBeVisible();
      await page.context().clearCookies();
      await open(page, `/by-${provider}/templates`);
      await expect(page).toHaveURL(/\/sign-in\?from=/);
      await press(page, provider);
      await expect(page).toHaveURL(new RegExp(`/by-${provider}/templates$`));
    });

    test(`${provider} opens no account that has a password, and no unverified address becomes one`, async ({
      page,
    }) => {
      const [owner] = product.demo.logins;
      issuer.person = { sub: `${provider}-2`, email: owner?.email, email_verified: true, name: "Thief" };
      await open(page, "/sign-in");
      await press(page, provider);
      await expect(page.getByText(t("problems.account_exists"))).toBeVisible();
      issuer.person = {
        sub: `${provider}-3`,
        email: "new@example.com",
        email_verified: false,
        name: "Nobody",
      };
      await press(page, provider);
      await expect(page.getByText(t("problems.email_not_verified"))).toBeVisible();
      await open(page, "/harbor-coffee");
      await expect(page).toHaveURL(/\/sign-in/);
    });
  }

  test("a token of another client lets nobody in", async ({ page }) => {
    issuer.person = { sub: "google-4", aud: "another.client", email: "x@example.com", email_verified: true };
    await open(page, "/sign-in");
    await press(page, "google");
    await expect(page).toHaveURL(/\/sign-in\?.*error=/);
    await expect(page.getByText(t("problems.unknown"))).toBeVisible();
  });
});
