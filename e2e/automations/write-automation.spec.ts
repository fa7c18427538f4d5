import { expect, test } from "@/e2e/fixtures/test";

test("a recipe becomes a live automation: steps move by keyboard, removal is undone, the changes are told", async ({
  page,
  home,
  signIn,
}) => {
  await signIn("owner");
  await page.goto(`${home}/automations?new=true`);
  await page.getByRole("menuitem", { name: "After an order" }).click();
  await page.waitForURL(/\/automations\/aut_/);
  const steps = page.getByRole("list", { name: "Steps" }).locator("> li");
  await expect(steps).toHaveCount(2);

  const wait = page.getByRole("region", { name: "1. Wait" });
  await wait.getByRole("button", { name: "Edit 1. Wait" }).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByText("Wait is now step 2 of 2.")).toBeAttached();
  await expect(page.getByRole("button", { name: "Edit 2. Wait" })).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("button", { name: "Edit 1. Wait" })).toBeFocused();

  await page.getByRole("button", { name: "More for “1. Wait”" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(steps).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(steps).toHaveCount(2);

  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Edit 1. Wait" }).click();
  await page.getByRole("textbox", { name: "Wait for" }).fill("2");
  await page.getByRole("textbox", { name: "Wait for" }).blur();
  await expect(page.getByText("Unpublished changes")).toBeVisible();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Draft and live compared" }).click();
  await expect(page.getByRole("dialog").getByText("Wait 14 days")).toBeVisible();
});

test("a test run goes through the draft at once and shows what happened", async ({ page, home, signIn }) => {
  await signIn("owner");
  await page.goto(`${home}/automations?new=true`);
  await page.getByRole("menuitem", { name: "Welcome" }).click();
  await page.waitForURL(/\/automations\/aut_/);
  await page.getByRole("button", { name: "Test run" }).click();
  await page.getByRole("combobox", { name: "Person" }).fill("a");
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "Start the test" }).click();
  await page.waitForURL(/\/people\/enr_/);
  await expect(page.getByText("Wait skipped for the test")).toBeVisible();
  await expect(page.getByText("Went through all steps")).toBeVisible();
});
