import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures/test";
import { type CampaignApi, createCampaignApi } from "./campaign-api";
import { wordsOf } from "./words";

const settleMillis = 60_000;
const audience = 400;
const tUi = wordsOf("en", "ui");
const t = wordsOf("en", "campaigns");

test.describe("a campaign under way", () => {
  test.setTimeout(3 * settleMillis);
  let api: CampaignApi;

  test.beforeEach(async ({ signIn, demo }) => {
    await signIn("owner");
    api = createCampaignApi(demo);
  });

  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const figure = (page: Page, part: "sent" | "pending" | "cancelled") =>
    page
      .locator("dl > div")
      .filter({ has: page.getByText(t(`totals.${part}`), { exact: true }) })
      .locator("dd");
  const numberIn = async (page: Page, part: "sent" | "pending" | "cancelled") =>
    Number(((await figure(page, part).textContent()) ?? "").replaceAll(/\D/g, ""));

  test("is paused, survives a reload, goes on and is cancelled, and its parts always add up", async ({
    page,
    home,
  }) => {
    const marker = `control${Date.now()}`;
    await api.setRate("whatsapp", 10);
    await api.addContacts(marker, "whatsapp", audience);
    const id = await api.createCampaign(marker, "whatsapp");
    await page.goto(`${home}/campaigns/${id}/edit?step=review`);
    await page.getByRole("button", { name: new RegExp(`${audience}`) }).click();

    await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
    await expect(page.getByText(/^Sending in (10|[1-9]) seconds?$/)).toBeVisible();
    await press(page, t("countdown.undo"));
    await page.waitForURL(/\/edit/);
    expect(await api.readCampaign(id)).toMatchObject({ status: "draft", scheduled_at: null });

    await page.goto(`${home}/campaigns/${id}/edit?step=review`);
    await page.getByRole("button", { name: new RegExp(`${audience}`) }).click();
    await expect(page.getByRole("button", { name: t("acts.pause"), exact: true })).toBeVisible({
      timeout: settleMillis,
    });
    await expect.poll(() => numberIn(page, "sent"), { timeout: settleMillis }).toBeGreaterThan(0);
    await page.reload();
    await press(page, t("acts.pause"));

    await expect(page.getByText(t("notice.paused"))).toBeVisible();
    await expect.poll(() => api.sentSince(id), { timeout: settleMillis }).toBe(0);
    await page.reload();
    await expect(page.getByText(t("notice.paused"))).toBeVisible();
    const paused = await numberIn(page, "sent");
    expect(paused + (await numberIn(page, "pending"))).toBe(audience);

    await press(page, t("acts.resume"));
    await expect.poll(() => numberIn(page, "sent"), { timeout: settleMillis }).toBeGreaterThan(paused);

    await press(page, t("acts.cancelRemaining"));
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: t("confirm.cancel.confirm") })
      .click();
    await expect(page.getByText(t("notice.cancelledMidway"))).toBeVisible();
    await expect(figure(page, "pending")).toHaveCount(0, { timeout: settleMillis });
    const cancelled = await numberIn(page, "cancelled");
    expect(cancelled).toBeGreaterThan(0);
    expect(cancelled + (await numberIn(page, "sent"))).toBe(audience);
    await expect(page.getByRole("row", { name: new RegExp(t("reasons.cancelled")) })).toBeVisible();
  });

  test("tells the second tab of a change made in the first, and loses neither", async ({ page, home }) => {
    const id = await api.createCampaign(`tabs${Date.now()}`, "sms");
    const second = await page.context().newPage();
    for (const tab of [page, second]) await tab.goto(`${home}/campaigns/${id}/edit`);
    const nameIn = (tab: Page) => tab.getByLabel(t("content.name"));
    const storedName = async () => (await api.readCampaign(id)).name;

    await nameIn(page).fill("From the first tab");
    await expect.poll(storedName).toBe("From the first tab");
    await nameIn(second).fill("From the second tab");
    await expect(second.getByText(t("saveConflict"))).toBeVisible();
    expect(await storedName()).toBe("From the first tab");
    await press(second, tUi("autosave.takeTheirs"));
    await expect(nameIn(second)).toHaveValue("From the first tab");
    await expect(second.getByText(t("saveConflict"))).toBeHidden();

    await nameIn(page).fill("Again from the first tab");
    await expect.poll(storedName).toBe("Again from the first tab");
    await nameIn(second).fill("Mine after all");
    await expect(second.getByText(t("saveConflict"))).toBeVisible();
    await press(second, tUi("autosave.keepMine"));
    await expect.poll(storedName).toBe("Mine after all");
  });

  test("is chosen with others: what cannot be deleted stays, with the reason", async ({ page, home }) => {
    const marker = `bulk${Date.now()}`;
    await api.addContacts(marker, "sms", 1);
    for (const name of ["one", "two"]) await api.createCampaign(`${marker} ${name}`, "sms", marker);
    const waiting = await api.createCampaign(`${marker} waiting`, "sms", marker);
    await api.scheduleTomorrow(waiting);
    await page.goto(`${home}/campaigns?q=${marker}`);
    await expect(page.getByRole("tab", { name: new RegExp(`${t("tabs.all")}\\s*3`) })).toBeVisible();
    await page.getByRole("table").getByRole("checkbox").first().click();
    await press(page, t("bulk.delete.open"));
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText(`${marker} waiting`);
    await dialog.getByRole("button", { name: t("bulk.delete.confirm", { count: 2 }) }).click();
    await expect(page.getByText(t("bulk.delete.done", { count: 2 }))).toBeVisible();
    await expect(page.getByText(`${marker} one`)).toBeHidden();
    expect(await api.readCampaign(waiting)).toMatchObject({ status: "scheduled" });
  });

  test("is tested at an address that nobody saved, as the person of the preview", async ({
    page,
    home,
    demo,
  }) => {
    const id = await api.createCampaign(`test${Date.now()}`, "sms");
    const to = `+90533${String(Date.now()).slice(-7)}`;
    const tTrial = wordsOf("en", "providers");
    await page.goto(`${home}/campaigns/${id}/edit`);
    await press(page, t("test.open"));
    await press(page, t("test.kinds.address"));
    await page.getByLabel(tTrial("trial.addresses.sms")).fill(to);
    await press(page, t("test.send"));
    await expect(page.getByText(tTrial("outcomes.accepted.title"))).toBeVisible();
    const inbox = await page.request.get(`${demo.url}/api/v1/sandbox/messages?to=${encodeURIComponent(to)}`, {
      headers: { authorization: `Bearer ${demo.apiKey}` },
    });
    expect(await inbox.text()).toContain("[Test] Hello");
  });
});
