import { wordsOf } from "@/e2e/campaigns/words";
import { expect, test } from "@/e2e/fixtures/test";

const t = wordsOf("en", "members");
const tAuth = wordsOf("en", "auth");
const slug = "harbor-coffee";

test("an invite is mailed to the sandbox, says so, is sent again, and brings somebody in", async ({
  page,
  signIn,
  browser,
  demo,
}) => {
  const email = `guest-${Math.random().toString(36).slice(2, 8)}@example.com`;
  await signIn("owner");
  await page.goto(`/${slug}/settings/members`);
  await page.getByRole("button", { name: t("invite.action") }).click();
  await page.getByLabel(t("invite.emails")).fill(email);
  await page.getByRole("button", { name: t("invite.submit"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(t("invite.mail.sandbox"))).toBeVisible();
  const first = await dialog.getByLabel(email, { exact: true }).inputValue();
  await dialog.getByRole("button", { name: t("invite.done") }).click();

  const row = page.getByRole("listitem").filter({ hasText: email });
  await row.getByRole("button", { name: t("pending.resend") }).click();
  await expect(dialog.getByText(t("invite.mail.sandbox"))).toBeVisible();
  const second = await dialog.getByLabel(email, { exact: true }).inputValue();
  expect(second).not.toBe(first);

  const messages = await page.request.get("/api/v1/sandbox/messages", {
    params: { to: email },
    headers: { "x-workspace-id": slug },
  });
  expect(await messages.text()).toContain(second);

  const guest = await browser.newContext({ baseURL: demo.url, locale: "en-GB" });
  const theirs = await guest.newPage();
  await theirs.goto(first);
  await expect(theirs.getByText(tAuth("closedInvite.title"))).toBeVisible();
  await theirs.goto(second);
  await theirs.locator("input[name=name]").fill("Misafir");
  await theirs.locator("input[name=password]").fill("doğru at pil zımba");
  await theirs.getByRole("button", { name: tAuth("createAccountAndJoin") }).click();
  await expect(theirs).toHaveURL(new RegExp(`/${slug}$`));
  await guest.close();
});

test("a role is chosen by its words, and each choice says its own name", async ({ page, signIn }) => {
  await signIn("owner");
  await page.goto(`/${slug}/settings/members`);
  await page.getByRole("button", { name: t("invite.action") }).click();
  const dialog = page.getByRole("dialog");
  const viewer = dialog.getByRole("radio", { name: new RegExp(`^${t("roles.viewer")}`) });
  await expect(viewer).not.toBeChecked();
  await dialog.getByText(t("roles.viewer"), { exact: true }).click();
  await expect(viewer).toBeChecked();
  await expect(dialog.getByRole("radio", { checked: true })).toHaveCount(1);
});

test("an incomplete address among others is named and kept, and nobody is invited before it is mended", async ({
  page,
  signIn,
}) => {
  const name = Math.random().toString(36).slice(2, 8);
  const [first, second, broken] = [`${name}-a@example.com`, `${name}-b@example.com`, `${name}-c.example.com`];
  await signIn("owner");
  await page.goto(`/${slug}/settings/members`);
  await page.getByRole("button", { name: t("invite.action") }).click();
  const field = page.getByLabel(t("invite.emails"));
  await field.fill(`${first}, ${broken}, ${second}`);
  await page.getByRole("button", { name: t("invite.submit"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  const quoted = t("invite.quoted", { email: broken });
  await expect(dialog.getByText(t("invite.malformed", { emails: quoted, count: 1 }))).toBeVisible();
  await expect(field).toHaveValue(`${first}, ${broken}, ${second}`);

  await field.fill(`${first}, ${broken.replace(".", "@")}, ${second}`);
  await page.getByRole("button", { name: t("invite.submit"), exact: true }).click();
  await expect(dialog.getByLabel(first, { exact: true })).toBeVisible();
  await expect(dialog.getByLabel(second, { exact: true })).toBeVisible();
  await expect(dialog.getByText(t("invite.malformed", { emails: quoted, count: 1 }))).toHaveCount(0);
});
