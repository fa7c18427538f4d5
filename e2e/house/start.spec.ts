import { AxeBuilder } from "@axe-core/playwright";
import { roles } from "@/lib/domain/members/role";
import { expect, test } from "../fixtures/test";

for (const role of roles) {
  test(`the printed login of the ${role} opens the dashboard`, async ({ page, signIn }) => {
    await signIn(role);
    // The workspace the person was in last, which another journey may have made.
    await expect(page).toHaveURL(/^http:\/\/[^/]+\/(?!sign-in)[a-z][a-z0-9-]+$/);
    await expect(page.locator("main")).toBeVisible();
  });
}

test("the printed key lists contacts as the curl shows", async ({ request, demo }) => {
  const answer = await request.get("/api/v1/contacts?limit=3", {
    headers: { authorization: `Bearer ${demo.apiKey}` },
  });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ object: "list", data: [{}, {}, {}] });
});

test("pages carry a policy with a nonce of their own and every script obeys it", async ({ page }) => {
  const nonces = new Set<string | undefined>();
  for (let visit = 0; visit < 2; visit += 1) {
    const response = await page.goto("/sign-in");
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1]);
  }
  expect(nonces.size).toBe(2);
});

test("nothing a page needs comes from another host", async ({ page, demo, signIn }) => {
  const strangers: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(demo.url).origin) strangers.push(request.url());
  });
  await signIn("owner");
  await expect(page.locator("main")).toBeVisible();
  expect(strangers).toEqual([]);
});

test("the sign-in page has no accessibility findings", async ({ page }) => {
  await page.goto("/sign-in");
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
});

test("the page behind an unsubscribe link wears its own style, whoever opens it", async ({ page }) => {
  await page.goto("/u/nothing");
  await expect(page.getByRole("status")).toBeVisible();
  expect(await page.getByRole("main").evaluate((main) => getComputedStyle(main).padding)).not.toBe("0px");
});

test("strangers are asked to sign in and come back to where they wanted to go", async ({ page, demo }) => {
  await page.goto("/harbor-coffee/templates");
  await expect(page).toHaveURL(/\/sign-in\?from=/);
  const owner = demo.logins.find((login) => login.role === "owner");
  await page.locator("input[name=email]").fill(owner?.email ?? "");
  await page.locator("input[name=password]").fill(owner?.password ?? "");
  await page.locator("button[type=submit]").click();
  await expect(page).toHaveURL(/\/harbor-coffee\/templates/);
});
