import { sourceText } from "@/db/testing/source-document";
import { expect, test } from "@/e2e/fixtures/test";
import { documentType } from "@/lib/contracts/campaigns/document-exchange";
import { wordsOf } from "./words";

const t = wordsOf("en", "campaigns");

const written = {
  title: "Hello {name}",
  body: "A word from our shop",
  data: { deep_link: "/spring", variables: { name: "friend" } },
  schedule: { type: "time_based", send_at: "2090-05-01T09:00:00Z" },
  webhooks: { click: "https://example.com/hook" },
};

test("somebody pastes another system's document, mends it, sees what it becomes and has a draft of it", async ({
  page,
  home,
  demo,
  signIn,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("owner");
  await page.goto(`${home}/campaigns`);
  await page.getByRole("button", { name: t("document.open") }).click();
  const dialog = page.getByRole("dialog");
  const text = dialog.getByRole("textbox", { name: t("document.text") });
  await text.fill(sourceText);
  await dialog.getByRole("button", { name: t("document.look") }).click();
  await expect(dialog.getByText("on line 18, 32, 33")).toBeVisible();
  const name = `Document ${Date.now()}`;
  const document = { ...written, data: { ...written.data, campaign_id: name } };
  await text.fill(JSON.stringify(document, null, 2));
  await expect(dialog.getByText("on line 18, 32, 33")).toBeHidden();
  await dialog.getByRole("button", { name: t("document.look") }).click();
  await expect(dialog.getByText(t("document.becomes.campaign", { name }))).toBeVisible();
  await expect(dialog.getByText("webhooks.click")).toBeVisible();
  await dialog.getByRole("button", { name: t("document.create.campaign") }).click();
  await expect(page).toHaveURL(/\/campaigns\/cmp_[0-9a-f]{32}\/edit/);
  const [id = ""] = /cmp_[0-9a-f]{32}/.exec(page.url()) ?? [];
  const answer = await page.request.get(`/api/v1/campaigns/${id}`, {
    headers: { accept: documentType, "x-workspace-id": demo.workspaceId },
  });
  expect(await answer.json()).toEqual(document);

  await page.goto(`${home}/campaigns?q=${encodeURIComponent(name)}`);
  const row = page.getByRole("row", { name: new RegExp(name) });
  await row.getByRole("button").last().click();
  await page.getByRole("menuitem", { name: t("acts.copyAsDocument") }).click();
  await expect(page.getByText(t("document.copied"))).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toEqual(document);
});
