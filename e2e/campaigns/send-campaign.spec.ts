import type { Page } from "@playwright/test";
import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { expect, test } from "@/e2e/fixtures/test";
import { cookieNames, type Theme } from "@/lib/browser/preferences";
import { toInstant, toWallTime } from "@/lib/domain/timing/zone-clock";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { wordsOf } from "./words";

const people = 40;
const settleMillis = 90_000;

type View = { locale: InterfaceLocale; theme: Theme; width: number };

const views: View[] = [
  { locale: "en", theme: "light", width: 1440 },
  { locale: "tr", theme: "dark", width: 360 },
  { locale: "tr", theme: "light", width: 1440 },
  { locale: "en", theme: "dark", width: 360 },
];

function csvOf(marker: string): string {
  const rows = Array.from(
    { length: people },
    (_, index) => `${marker}-${index},Ada,Kaya,${marker}-${index}@example.com,en`,
  );
  return ["external_id,first_name,last_name,email,locale", ...rows].join("\n");
}

async function importPeople(page: Page, home: string, { locale }: View, marker: string): Promise<void> {
  const t = wordsOf(locale, "contacts");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await page.goto(`${home}/contacts/import`);
  await page.locator("input[type=file]").setInputFiles({
    name: "people.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(csvOf(marker)),
  });
  await expectGoodScreen(page, "import: file");
  await press(t("import.next"));
  await expectGoodScreen(page, "import: columns");
  await press(t("import.next"));
  await expectGoodScreen(page, "import: rules");
  await press(t("import.check"));
  await press(t("import.start", { count: people }));
  await expect(page.getByRole("link", { name: t("import.showImported") })).toBeVisible({
    timeout: settleMillis,
  });
  await expectGoodScreen(page, "import: result");
}

async function startDraft(page: Page, home: string, { locale }: View, name: string): Promise<void> {
  const t = wordsOf(locale, "campaigns");
  const tChannel = wordsOf(locale, "content");
  await page.goto(`${home}/campaigns`);
  await expect(page.getByRole("tab", { name: /\d/ }).first()).toBeVisible();
  await expectGoodScreen(page, "campaigns");
  await page.getByRole("link", { name: t("new") }).click();
  await page.getByLabel(t("content.name")).fill(name);
  await page.getByRole("radio", { name: tChannel("channels.email") }).check();
  await expectGoodScreen(page, "new campaign");
  await page.getByRole("button", { name: t("newForm.submit") }).click();
  await page.waitForURL(/\/edit/);
}

async function writeMessage(page: Page, { locale, width }: View): Promise<void> {
  const t = wordsOf(locale, "content");
  await page.getByRole("textbox", { name: t("fields.subject"), exact: true }).fill("For {{ first_name }}");
  await page
    .getByRole("textbox", { name: t("fields.body"), exact: true })
    .fill("Good news, {{ first_name }}.");
  // The person of the preview has a first name: the variable must be gone.
  const rendered = /For (?!\{)\S+/;
  await expect(page.locator("figure").first()).toContainText(rendered);
  const isNarrow = width < 1024;
  const shown = page.getByRole("figure").filter({ visible: true }).first();
  if (isNarrow)
    await expect(async () => {
      await page.getByRole("button", { name: t("preview.title"), exact: true }).click({ timeout: 2_000 });
      await expect(shown).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
  await expect(shown).toContainText(rendered);
  await expectGoodScreen(page, "content");
  if (isNarrow) await page.keyboard.press("Escape");
}

async function chooseAudience(page: Page, { locale }: View, marker: string): Promise<void> {
  const t = wordsOf(locale, "audience");
  const field = page.getByRole("combobox", { name: t("field"), exact: true });
  await page.getByRole("button", { name: t("addCondition") }).click();
  await field.fill(t("fields.external_id"));
  await page.getByRole("option", { name: t("fields.external_id") }).click();
  const name = { field: t("fields.external_id") };
  await page.getByRole("combobox", { name: t("operatorOf", name) }).click();
  await page.getByRole("option", { name: t("operators.starts_with") }).click();
  await page.getByRole("textbox", { name: t("valueOf", name) }).fill(`${marker}-`);
  const reach = page.getByRole("region", { name: t("reach.title") });
  await expect(reach.getByRole("status")).toContainText(new RegExp(`^${people}\\D`));
  await expect(reach).toHaveAttribute("aria-busy", "false");
  await expectGoodScreen(page, "audience");
}

/** The nearest minute on the workspace's clock: soon enough to watch, late enough to be no past. */
async function chooseTime(page: Page, { locale }: View): Promise<void> {
  const t = wordsOf(locale, "campaigns");
  await page.getByRole("radio", { name: t("schedule.later") }).check();
  const shown = await page.getByRole("combobox", { name: t("schedule.zone") }).inputValue();
  const zone = shown.replace(/ \(.*$/, "").replaceAll(" ", "_");
  const wall = toWallTime(new Date(Date.now() + 30_000), zone);
  expect(toInstant(wall, zone)).toBeDefined();
  await page.getByLabel(t("schedule.date"), { exact: true }).fill(wall.date);
  await page.getByLabel(t("schedule.time"), { exact: true }).fill(wall.time);
  await expectGoodScreen(page, "schedule");
}

async function goTo(page: Page, { locale }: View, step: string): Promise<void> {
  const t = wordsOf(locale, "campaigns");
  const steps = page.getByRole("navigation", { name: t("steps.label") });
  await steps.getByRole("button", { name: t(`steps.${step}`) }).click();
}

async function reviewAndSchedule(page: Page, { locale }: View): Promise<void> {
  const t = wordsOf(locale, "campaigns");
  await expect(page.getByText(t("review.ready"))).toBeVisible();
  await expectGoodScreen(page, "review");
  await page.getByRole("button", { name: new RegExp(`${people}`) }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  await expectGoodScreen(page, "scheduled");
}

async function expectReport(page: Page, { locale }: View): Promise<void> {
  const t = wordsOf(locale, "campaigns");
  await expect(page.getByText(t("statuses.sent"), { exact: true }).first()).toBeVisible({
    timeout: settleMillis,
  });
  const totals = page.getByRole("definition");
  await expect(totals.filter({ hasText: new RegExp(`^${people}$`) })).toHaveCount(2);
  await expect(page.getByRole("figure", { name: t("report.funnelTitle") })).toContainText(
    t("report.funnel.sent"),
  );
  await expectGoodScreen(page, "report");
}

for (const view of views) {
  const title = `${view.locale}, ${view.theme}, ${view.width} px`;
  test(`people from a file get a campaign, each once: ${title}`, async ({ page, home, signIn, demo }) => {
    test.setTimeout(4 * settleMillis);
    await page.setViewportSize({ width: view.width, height: 900 });
    await signIn("owner");
    const context = page.context();
    for (const [name, value] of [
      [cookieNames.locale, view.locale],
      [cookieNames.theme, view.theme],
    ] as const)
      await context.addCookies([{ name, value, url: demo.url }]);
    const marker = `journey${Date.now()}${view.locale}${view.width}`;

    await importPeople(page, home, view, marker);
    await startDraft(page, home, view, `Journey ${marker}`);
    await writeMessage(page, view);
    await goTo(page, view, "audience");
    await chooseAudience(page, view, marker);
    await goTo(page, view, "schedule");
    await chooseTime(page, view);
    await goTo(page, view, "review");
    await reviewAndSchedule(page, view);
    await expectReport(page, view);

    const inbox = await page.request.get(`${demo.url}/api/v1/sandbox/messages?to=${marker}-7@example.com`, {
      headers: { authorization: `Bearer ${demo.apiKey}` },
    });
    const { shown } = (await inbox.json()) as { shown: { preview: { title: string } }[] };
    expect(shown.map(({ preview }) => preview.title)).toEqual(["For Ada"]);
  });
}
