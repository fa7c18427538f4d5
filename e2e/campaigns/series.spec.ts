import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { openDraft } from "@/e2e/content/open-draft";
import { expect, test } from "@/e2e/fixtures/test";
import { wordsOf } from "./words";

const t = wordsOf("en", "campaigns");
const tTiming = wordsOf("en", "timing");

const message = [{ language: "en", title: "Hello", body: "There" }];
const wanted = ["Monday", "Thursday"];
const sentence = /^Every Monday and Thursday at 10:00 \(.+\)$/;

test("a weekly series is composed, started, and waits in the list for its next date", async ({
  page,
  home,
  signIn,
}) => {
  await signIn("owner");
  const name = `Series ${Date.now()}`;
  await openDraft(page, home, { name, channel_type: "in_app", contents: message }, "schedule");
  await page.getByRole("radio", { name: t("schedule.series.label") }).check();

  const days = page.getByRole("group", { name: tTiming("recurrence.weekdays") });
  // The wanted two first: without any day the first date's would count.
  for (const day of [...wanted, "Tuesday", "Wednesday", "Friday", "Saturday", "Sunday"]) {
    const toggle = days.getByRole("button", { name: day });
    const isPressed = (await toggle.getAttribute("aria-pressed")) === "true";
    if (isPressed !== wanted.includes(day)) await toggle.click();
  }
  const outcome = page.getByRole("region", { name: t("schedule.series.outcome") });
  await expect(outcome.getByRole("status")).toHaveText(sentence);
  const dates = outcome.getByRole("list", { name: tTiming("occurrences.title") });
  await expect(dates.getByRole("listitem")).toHaveCount(5);
  await expect(dates).toHaveAttribute("aria-busy", "false");
  for (const date of await dates.getByRole("listitem").allTextContents())
    expect(date).toMatch(/^(Monday|Thursday), .* 10:00/);
  const firstDate = await dates.getByRole("listitem").first().textContent();
  await expectGoodScreen(page, "schedule of a series");

  const steps = page.getByRole("navigation", { name: t("steps.label") });
  await steps.getByRole("button", { name: t("steps.review") }).click();
  await expect(page.getByText(sentence)).toBeVisible();
  await expectGoodScreen(page, "review of a series");
  await page.getByRole("button", { name: /^Start the series/ }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  await expect(page.getByText(t("countdown.waitingForNext"))).toBeVisible();
  await expect(page.getByText(t("runs.none"))).toBeVisible();
  await expectGoodScreen(page, "a series that waits");

  await page.goto(`${home}/campaigns`);
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText(t("columns.repeats"));
  await expect(row).toContainText("Every Monday and Thursday at 10:00");
  const dayAndMonth = /(\w{3})\w* (\d+), (\d{4})/.exec(firstDate ?? "");
  await expect(row).toContainText(`${dayAndMonth?.[1]} ${dayAndMonth?.[2]}, ${dayAndMonth?.[3]}`);
});
