import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import type { Demo } from "@/bin/start/demo-file";
import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { expect, test } from "@/e2e/fixtures/test";
import { cookieNames } from "@/lib/browser/preferences";

const dashboard = "app/(dashboard)/[workspace]";

/** Each screen of the dashboard; a new page is looked at from the day it is there. */
const screens = readdirSync(dashboard, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx") && !file.startsWith("[..."))
  .map((file) => dirname(file).replace(/^\.$/, ""))
  .sort((a, b) => a.localeCompare(b));

const views = [
  { locale: "en", theme: "light", width: 1440 },
  { locale: "tr", theme: "dark", width: 360 },
  { locale: "tr", theme: "light", width: 360 },
  { locale: "en", theme: "dark", width: 1440 },
] as const;

/** Where the list of a concept is, for the screens of one of its things; `above` are the parts of the address before it. */
const lists: Record<string, (above: readonly string[]) => string> = {
  "[automation]": () => "automations?status=live&",
  "[batch]": () => "coupons/batches?",
  "[campaign]": () => "campaigns?status=sent&",
  "[contact]": () => "contacts?",
  "[enrolment]": ([, automation]) => `automations/${automation}/enrolments?`,
  "[job]": () => "jobs?",
  "[notification]": () => "notifications?",
  "[offer]": () => "coupons/offers?state=active,paused,draft&",
  "[provider]": () => "providers?",
  "[redemption]": () => "coupons/redemptions?",
  "[template]": () => "templates?",
  "[workflow_run]": () => "workflows/runs?",
};

async function pathOf(screen: string, request: APIRequestContext, home: string, demo: Demo): Promise<string> {
  const headers = { authorization: `Bearer ${demo.apiKey}` };
  const found: string[] = [];
  for (const part of screen.split("/")) {
    if (!part.startsWith("[")) {
      found.push(part);
      continue;
    }
    const list = screen.endsWith("[campaign]/edit") ? "campaigns?status=draft&" : lists[part]?.(found);
    expect(list, `where things for ${part} are listed`).toBeDefined();
    const answer = await request.get(`/api/v1/${list}limit=1`, { headers });
    const { data } = (await answer.json()) as { data: { id: string }[] };
    found.push(data[0]?.id ?? "");
  }
  return join(home, ...found);
}

test.beforeAll(async ({ playwright, demo }) => {
  const request = await playwright.request.newContext({ baseURL: demo.url });
  await request.post("/api/v1/contacts/imports", {
    headers: { authorization: `Bearer ${demo.apiKey}`, "content-type": "text/csv" },
    data: "external_id,email\nscreens-1,screens@example.com\n",
  });
  await request.post("/api/v1/coupons/offers", {
    headers: { authorization: `Bearer ${demo.apiKey}` },
    data: { name: "Screens", kind: "percent", discount_basis_points: 1_500, last_day: "2100-01-01" },
  });
  await request.dispose();
});

for (const [position, { locale, theme, width }] of views.entries()) {
  test(`every fourth screen reads well in ${locale}, ${theme}, ${width} px`, async ({
    page,
    request,
    home,
    signIn,
    demo,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 900 });
    await signIn("owner");
    const preferences = { [cookieNames.locale]: locale, [cookieNames.theme]: theme };
    await page
      .context()
      .addCookies(Object.entries(preferences).map(([name, value]) => ({ name, value, url: demo.url })));
    for (const screen of screens.filter((_, n) => n % views.length === position)) {
      await page.goto(await pathOf(screen, request, home, demo));
      await page.waitForLoadState("networkidle");
      await expect(page.getByRole("heading").first(), screen).toBeVisible();
      await expectGoodScreen(page, screen || "home");
    }
  });
}
