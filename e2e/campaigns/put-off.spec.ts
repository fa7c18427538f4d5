import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { openDraft } from "@/e2e/content/open-draft";
import { expect, test } from "@/e2e/fixtures/test";

const contents = [{ language: "en", title: "Hello", body: "There" }];
const open = { from: "09:00", to: "10:00" };
const mornings = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open };

test("a time at which nobody may be written to is said before it is chosen for good", async ({
  page,
  home,
  signIn,
}) => {
  await signIn("owner");
  const evening = new Date(Date.now() + 2 * 86_400_000);
  evening.setUTCHours(19, 30, 0, 0);
  const draft = { channel_type: "in_app", contents, schedule_type: "scheduled", scheduled_at: evening };
  const timing = { time_zone: "UTC", clock: "workspace" };
  const notice = page.getByText(/^By sending hours and clocks nobody gets it before .+ 9:00 AM/);
  await openDraft(page, home, { ...draft, timing: { ...timing, sending_window: mornings } }, "review");
  await expect(notice).toBeVisible();
  await expectGoodScreen(page, "review of a campaign that is put off");
  await openDraft(page, home, { ...draft, timing: { ...timing, sending_window: "any" } }, "review");
  await expect(page.getByRole("button", { name: /^Schedule for/ })).toBeEnabled();
  await expect(notice).toBeHidden();
});
