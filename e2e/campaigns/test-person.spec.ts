import { openDraft } from "@/e2e/content/open-draft";
import { expect, test } from "@/e2e/fixtures/test";
import { wordsOf } from "./words";

const t = wordsOf("en", "campaigns");

test("a test offers only whom the channel reaches, and asks for nothing that is not there", async ({
  page,
  home,
  demo,
  signIn,
}) => {
  await signIn("owner");
  const headers = { "x-workspace-id": demo.workspaceId };
  const surname = `Aranan${Date.now()}`;
  const digits = String(Date.now()).slice(-7);
  const contacts = [
    { first_name: "Mail", last_name: surname, email: `${surname}@example.com` },
    { first_name: "Phone", last_name: surname, phone: `+90532${digits}` },
  ];
  const saved = await page.request.post("/api/v1/contacts/bulk", {
    headers,
    data: { contacts: contacts.map((one, at) => ({ ...one, external_id: `${surname}-${at}` })) },
  });
  expect(saved.ok(), await saved.text()).toBe(true);
  await openDraft(page, home, { channel_type: "sms", contents: [{ language: "en", body: "Hello" }] });
  const missing: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() === 404) missing.push(answer.url());
  });

  await page.getByRole("combobox", { name: wordsOf("en", "content")("preview.as") }).fill(surname);
  await expect(page.getByRole("option", { name: `Phone ${surname}` })).toBeVisible();
  await expect(page.getByRole("option", { name: `Mail ${surname}` })).toBeHidden();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: t("test.open") }).click();
  await page.getByRole("combobox", { name: t("test.to") }).fill(surname);
  await expect(page.getByRole("option", { name: `Mail ${surname}` })).toBeHidden();
  await page.getByRole("option", { name: `Phone ${surname}` }).click();
  await page.getByRole("button", { name: t("test.send"), exact: true }).click();
  await expect(page.getByText(t("test.sent"))).toBeVisible();
  expect(missing).toEqual([]);
});
