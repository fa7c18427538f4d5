import { wordsOf } from "@/e2e/campaigns/words";
import { signInAs } from "@/e2e/fixtures/sign-in";
import { startServer } from "@/e2e/fixtures/start-server";
import { expect, test } from "@/e2e/fixtures/test";
import { startOidcIssuer } from "@/lib/platform/testing/oidc-issuer";

const t = wordsOf("en", "profile");
const tAuth = wordsOf("en", "auth");
const name = "Google";

test("an account elsewhere is connected, signs in, and is disconnected", async ({ page }) => {
  const issuer = await startOidcIssuer();
  const product = await startServer({
    GOOGLE_CLIENT_ID: issuer.clientId,
    GOOGLE_CLIENT_SECRET: issuer.clientSecret,
    GOOGLE_ISSUER: issuer.url,
  });
  try {
    const { url } = product.demo;
    issuer.person = { sub: "owner-at-google", email: "somebody@example.com", email_verified: true };
    await signInAs(page, product.demo, "owner");
    await page.goto(`${url}/harbor-coffee/settings/profile`);
    await page.getByRole("button", { name: t("identities.connect", { name }) }).click();
    const disconnect = page.getByRole("button", { name: t("identities.disconnect", { name }) });
    await expect(disconnect).toBeEnabled();
    await expect(page).toHaveURL(/\/settings\/profile$/);

    await page.context().clearCookies();
    await page.goto(`${url}/sign-in?from=/harbor-coffee/settings/profile`);
    await page.getByRole("button", { name: tAuth("with.google") }).click();
    await expect(disconnect).toBeEnabled();
    await disconnect.click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: t("identities.disconnect", { name }) }).click();
    await expect(page.getByText(t("identities.notConnected"))).toBeVisible();
  } finally {
    await product.stop();
    await issuer.close();
  }
});
