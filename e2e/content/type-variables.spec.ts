import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { wordsOf } from "@/e2e/campaigns/words";
import { expect, test } from "@/e2e/fixtures/test";
import { openDraft } from "./open-draft";

const t = wordsOf("en", "content");
const written = "Hi {{first_name}}, code {{ attributes.plan }}!";

const fieldsOf = {
  app_push: ["title", "subtitle", "body", "imageUrl", "deepLink"],
  web_push: ["title", "body", "imageUrl", "iconUrl", "badgeUrl", "deepLink"],
  email: ["subject", "preheader", "body"],
} as const;

const fieldCalled = (page: Page, label: string): Locator => page.getByLabel(new RegExp(`^${label}( |$)`));

const list = (page: Page) => page.getByRole("listbox", { name: t("editor.variables") });
const option = (page: Page, name: string) => list(page).getByRole("option", { name });

test.beforeEach(({ signIn }) => signIn("owner"));

for (const [channel, fields] of Object.entries(fieldsOf))
  test(`a variable typed by hand loses no character, however slow the machine: ${channel}`, async ({
    page,
  }) => {
    await openDraft(page, { channel_type: channel });
    const machine = await page.context().newCDPSession(page);
    const typeInto = async (field: Locator) => {
      await field.click();
      await machine.send("Emulation.setCPUThrottlingRate", { rate: 6 });
      await page.keyboard.type(written, { delay: 0 });
      await expect(field).toHaveValue(written);
      await expect(field).toBeFocused();
      await machine.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    };
    for (const field of fields) await typeInto(fieldCalled(page, t(`fields.${field}`)));
    if (channel !== "email") return;
    await page.getByRole("button", { name: "HTML", exact: true }).click();
    await typeInto(fieldCalled(page, "HTML"));
  });

test.describe("the variables that a brace offers", () => {
  const cases = [
    { channel_type: "app_push", field: "title" },
    { channel_type: "app_push", field: "body" },
  ];
  for (const { channel_type, field: name } of cases)
    test(`are narrowed by typing, chosen by keys and taken back by undo: ${name}`, async ({ page }) => {
      await openDraft(page, { channel_type });
      const field = fieldCalled(page, t(`fields.${name}`));
      await field.click();
      await page.keyboard.type("Hi {{ ");
      await expect(list(page)).toBeVisible();
      await expect(field).toBeFocused();
      await expect(field).toHaveAttribute("aria-expanded", "true");
      await expect(field).not.toHaveAttribute("aria-activedescendant");

      await page.keyboard.type("name");
      await expect(option(page, "last_name")).toBeVisible();
      await expect(option(page, "phone")).toBeHidden();
      await page.keyboard.press("ArrowDown");
      const chosen = list(page).getByRole("option", { selected: true });
      await expect(chosen).toContainText("first_name");
      await expect(field).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id")) ?? "-");
      const { violations } = await new AxeBuilder({ page }).include("main").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

      await page.keyboard.press("Enter");
      await expect(field).toHaveValue("Hi {{ first_name }}");
      await expect(list(page)).toBeHidden();
      await page.keyboard.type("!");
      await expect(field).toHaveValue("Hi {{ first_name }}!");
      for (const value of ["Hi {{ first_name }}", "Hi {{ name"]) {
        await page.keyboard.press("ControlOrMeta+z");
        await expect(field).toHaveValue(value);
      }
    });

  test("stay away once closed by Escape, and end with the braces", async ({ page }) => {
    await openDraft(page, { channel_type: "app_push" });
    const field = fieldCalled(page, t("fields.title"));
    await field.click();
    await page.keyboard.type("{{ first");
    await expect(list(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(list(page)).toBeHidden();
    await page.keyboard.type("_name");
    await expect(field).toHaveValue("{{ first_name");
    await expect(list(page)).toBeHidden();
    await page.keyboard.type(" }} {{ c");
    await expect(list(page)).toBeVisible();
    await page.keyboard.type("ity }}");
    await expect(list(page)).toBeHidden();
    await page.keyboard.press("Tab");
    await expect(field).not.toBeFocused();
    await expect(field).toHaveValue("{{ first_name }} {{ city }}");
  });

  test("leave Enter to the text while nothing is typed or chosen", async ({ page }) => {
    await openDraft(page, { channel_type: "app_push" });
    const field = fieldCalled(page, t("fields.body"));
    await field.click();
    await page.keyboard.type("a {");
    await expect(list(page)).toBeVisible();
    await page.keyboard.press("Enter");
    await page.keyboard.type("b");
    await expect(field).toHaveValue("a {\nb");
  });

  test("are pressed with the pointer, and the caret stands behind what was put in", async ({ page }) => {
    await openDraft(page, { channel_type: "app_push" });
    const field = fieldCalled(page, t("fields.title"));
    await field.click();
    await page.keyboard.type("A  B");
    for (let moves = 0; moves < 2; moves++) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("{c");
    await option(page, "city").click();
    await expect(field).toBeFocused();
    await page.keyboard.type("!");
    await expect(field).toHaveValue("A {{ city }}! B");

    const open = page.getByRole("button", {
      name: t("editor.insertVariable", { field: t("fields.title") }),
    });
    await open.click();
    await page.getByRole("textbox", { name: t("editor.searchVariables") }).fill("country");
    await page.keyboard.press("Enter");
    await expect(field).toBeFocused();
    await page.keyboard.type("?");
    await expect(field).toHaveValue("A {{ city }}!{{ country }}? B");
    for (let steps = 0; steps < 2; steps++) await page.keyboard.press("ControlOrMeta+z");
    await expect(field).toHaveValue("A {{ city }}! B");
  });

  test("name an attribute that is no word in quotes, and the message shows its value", async ({ page }) => {
    await page.waitForURL((url) => url.pathname.length > 1);
    const headers = { "x-workspace-id": new URL(page.url()).pathname.split("/")[1] ?? "" };
    const saved = await page.request.post("/api/v1/contacts", {
      headers,
      data: { external_id: `izin-${Date.now()}`, first_name: "Izin", attributes: { "E-posta İzni": "açık" } },
    });
    expect(saved.ok(), await saved.text()).toBe(true);
    const { id } = (await saved.json()) as { id: string };
    await openDraft(page, { channel_type: "in_app", contents: [{ language: "tr", title: "T", body: "B" }] });
    const field = fieldCalled(page, t("fields.body"));
    await field.fill("");
    await field.click();
    await page.keyboard.type("Durum: {{ e-posta iz");
    await page.keyboard.press("Tab");
    await expect(field).toHaveValue('Durum: {{ attributes["E-posta İzni"] }}');
    const preview = page.request.post("/api/v1/content/preview", {
      headers,
      data: {
        channel: "in_app",
        contact_id: id,
        contents: [{ language: "tr", title: "T", body: 'Durum: {{ attributes["E-posta İzni"] | upcase }}' }],
      },
    });
    const answer = (await (await preview).json()) as { rendered: { body: string }; problems: object[] };
    expect(answer.rendered.body).toBe("Durum: AÇIK");
    expect(answer.problems).toEqual([]);
  });
});
