import type { Page } from "@playwright/test";
import { openDraft } from "@/e2e/content/open-draft";
import { expect, test } from "@/e2e/fixtures/test";
import { wordsOf } from "./words";

const t = wordsOf("en", "campaigns");
const message = [{ language: "en", title: "Hello", body: "There" }];

const steps = (page: Page) => page.getByRole("navigation", { name: t("steps.label") });
const step = (page: Page, name: string) =>
  steps(page).getByRole("button", { name: new RegExp(`^${t(`steps.${name}`)}`) });

const expectTicked = async (page: Page, ticked: string[]) => {
  for (const name of ["content", "audience", "schedule", "review"])
    await expect(step(page, name), name).toContainText(
      t(ticked.includes(name) ? "steps.complete" : "steps.incomplete"),
    );
};

const headingOf = (page: Page, name: string, number: number) =>
  page.getByRole("heading", { name: t("steps.heading", { number, total: 4, step: t(`steps.${name}`) }) });

test.describe("the composer's steps", () => {
  test("are ticked once they are complete and were seen or decided", async ({ page, home, signIn }) => {
    await signIn("owner");
    await openDraft(page, home, { channel_type: "in_app" });
    await expectTicked(page, []);
    await page.getByRole("textbox", { name: "Title" }).fill("Hello");
    await expectTicked(page, ["content"]);
    await step(page, "audience").click();
    await expectTicked(page, ["content", "audience"]);
    await step(page, "review").click();
    await expectTicked(page, ["content", "audience", "schedule", "review"]);

    const decided = { field: "country", operator: "equals", value: "TR" };
    await openDraft(page, home, { channel_type: "in_app", contents: message, audience: { filter: decided } });
    await expectTicked(page, ["content", "audience"]);
  });

  test("take the focus as they open, whichever way they were reached", async ({ page, home, signIn }) => {
    await signIn("owner");
    await openDraft(page, home, { channel_type: "in_app", contents: message });
    const onwards = (name: string) =>
      page.getByRole("button", { name: t("steps.continueTo", { step: t(`steps.${name}`) }) });
    await onwards("audience").click();
    await expect(headingOf(page, "audience", 2)).toBeFocused();
    await onwards("schedule").click();
    await expect(headingOf(page, "schedule", 3)).toBeFocused();
    await onwards("review").click();
    await expect(headingOf(page, "review", 4)).toBeFocused();
    await step(page, "content").click();
    await expect(headingOf(page, "content", 1)).toBeFocused();
    await page.goBack();
    await expect(headingOf(page, "review", 4)).toBeFocused();
  });

  test("lead back to the review when a schedule is undone", async ({ page, home, signIn }) => {
    await signIn("owner");
    const { read } = await openDraft(page, home, { channel_type: "in_app", contents: message }, "review");
    await page.getByRole("button", { name: /^Send to \d/ }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
    await page.getByRole("button", { name: t("countdown.undo") }).click();
    await page.waitForURL(/\/edit\?step=review$/);
    await expect(step(page, "review")).toHaveAttribute("aria-current", "step");
    expect((await read()).status).toBe("draft");
  });

  test("say in the review whom the audience holds", async ({ page, home, signIn }) => {
    await signIn("owner");
    const filter = {
      and: [
        { field: "country", operator: "in", value: ["TR", "DE"] },
        {
          or: [
            { field: "tags", operator: "contains", value: "vip" },
            { not: { field: "channels", operator: "contains", value: "sms" } },
          ],
        },
      ],
    };
    const draft = { channel_type: "in_app", contents: message };
    await openDraft(page, home, { ...draft, audience: { filter } }, "review");
    await expect(
      page.getByText(
        "Country is TR or DE and (Tags include vip or none of these is true (Channels include SMS))",
      ),
    ).toBeVisible();
    await openDraft(page, home, draft, "review");
    const everyone = page.getByText(wordsOf("en", "audience")("everyone")).filter({ visible: true });
    await expect(everyone).toHaveCount(1);
  });
});

test("a new campaign's first question has the focus, and its message the workspace's language", async ({
  page,
  signIn,
}) => {
  await signIn("owner");
  const created = await page.request.post("/api/v1/workspaces", {
    data: { name: `Dil ${Date.now()}`, locale: "tr" },
  });
  expect(created.ok(), await created.text()).toBe(true);
  const { slug } = (await created.json()) as { slug: string };
  await page.goto(`/${slug}/campaigns/new`);
  await expect(page.getByLabel(t("content.name"))).toBeFocused();
  await page.keyboard.type("Bahar");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/edit/);
  await expect(page.getByRole("tab", { selected: true, name: "Turkish" })).toBeVisible();
});

test("a viewer is led to no composer", async ({ page, home, signIn }) => {
  await signIn("viewer");
  const composers = page.locator('main a[href*="/campaigns/new"], main a[href$="/edit"]');
  for (const path of ["", "/campaigns", "/campaigns?status=draft", "/notifications"]) {
    await page.goto(`${home}${path}`);
    await page.waitForLoadState("networkidle");
    await expect(composers, path).toHaveCount(0);
  }
});
