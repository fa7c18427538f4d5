import { test } from "@/e2e/fixtures/test";
import { cookieNames } from "@/lib/browser/preferences";

const views = [
  { locale: "en", theme: "light", width: 1440 },
  { locale: "tr", theme: "dark", width: 360 },
  { locale: "tr", theme: "dark", width: 1440 },
  { locale: "en", theme: "light", width: 360 },
] as const;
test("shots", async ({ page, demo, home, signIn }) => {
  test.setTimeout(240_000);
  await signIn("owner");
  const headers = { authorization: `Bearer ${demo.apiKey}` };
  const list = await (
    await page.request.get(`${demo.url}/api/v1/coupons/offers?limit=1&kind=membership`, { headers })
  ).json();
  const id = list.data[0]?.id;
  await page.request.patch(`${demo.url}/api/v1/coupons/offers/${id}`, {
    headers,
    data: {
      version: list.data[0].version,
      last_day: "2027-01-05",
      weekdays: [1, 5],
      hours: [{ from: 540, to: 1260 }],
      restrictions: { domains: ["company.com"], first_purchase_only: true },
      period_limits: [{ scope: "contact", period: "week", max: 1 }],
    },
  });
  for (const v of views) {
    await page.setViewportSize({ width: v.width, height: 900 });
    await page.context().addCookies([
      { name: cookieNames.locale, value: v.locale, url: demo.url },
      { name: cookieNames.theme, value: v.theme, url: demo.url },
    ]);
    for (const [name, path] of [
      ["plans", "coupons/plans"],
      ["offers", "coupons/offers"],
      ["new", "coupons/offers/new"],
      ["offer", `coupons/offers/${id}`],
      ["edit", `coupons/offers/${id}/edit`],
    ] as const) {
      await page.goto(`${home}/${path}`);
      await page.waitForLoadState("networkidle").catch(() => {});
      await page.screenshot({
        path: `/tmp/shots/${name}-${v.locale}-${v.theme}-${v.width}.png`,
        fullPage: name !== "plans" && name !== "offers",
      });
    }
  }
});
