import { browser, url, api, open } from "./zz-shots.mjs";
const evening = new Date(Date.now() + 2 * 86400000); evening.setUTCHours(0, 30, 0, 0);
const w = { from: "09:00", to: "10:00" };
const mornings = Object.fromEntries(["mon","tue","wed","thu","fri","sat","sun"].map((d) => [d, w]));
const campaign = await api("POST", "/campaigns", { name: "Gece duyurusu", channel_type: "in_app", contents: [{ language: "tr", title: "Merhaba", body: "Yarın görüşürüz" }], schedule_type: "scheduled", scheduled_at: evening, timing: { time_zone: "Europe/Istanbul", clock: "workspace", sending_window: mornings } });
console.log(campaign?.id);
const workspaces = await open();
const home = new URL(workspaces.url()).pathname.split("/").slice(0, 3).join("/");
console.log(home, workspaces.url());
const auto = await api("POST", "/automations", { name: "Sepet", recipe: "abandoned_cart" });
console.log(JSON.stringify(auto).slice(0, 200));
for (const [locale, theme, width] of [["tr","dark",360],["en","light",1280]]) {
  const page = locale === "en" ? workspaces : await open({ locale, theme, width, height: 800 });
  if (locale === "tr") await page.context().addCookies([]);
  await page.goto(`${url}${home}/campaigns/${campaign.id}/edit?step=review`);
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `/tmp/shots/review-${locale}.png`, fullPage: true });
  await page.goto(`${url}${home}/automations/${auto.id}`);
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `/tmp/shots/automation-${locale}.png`, fullPage: true });
}
await api("POST", `/campaigns/${campaign.id}/schedule`, { scheduled_at: evening });
for (const [locale, theme, width] of [["tr","dark",360],["en","light",1280]]) {
  const page = await open({ locale, theme, width, height: 800 });
  await page.goto(`${url}${home}/campaigns/${campaign.id}`);
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `/tmp/shots/scheduled-${locale}.png`, fullPage: true });
}
await browser.close();
