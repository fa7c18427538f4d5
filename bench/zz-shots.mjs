import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
const log = readFileSync("/tmp/mine.log","utf8");
const url = "http://localhost:4510";
const key = /API key\s+(\S+)/.exec(log)[1];
const [, email, password] = /owner\s+(\S+)\s+(\S+)/.exec(log);
const api = async (method, path, body) => {
  const res = await fetch(url + "/api/v1" + path, { method, headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, body: body && JSON.stringify(body) });
  const text = await res.text();
  if (!res.ok) console.log(method, path, res.status, text.slice(0, 300));
  return text ? JSON.parse(text) : undefined;
};
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
export { browser, url, api, email, password };
export async function open({ locale = "en", theme = "light", width = 1280, height = 900 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, locale: locale === "tr" ? "tr-TR" : "en-GB", timezoneId: "Europe/Istanbul" });
  const page = await context.newPage();
  page.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 200)));
  await page.goto(url + "/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL(({ pathname }) => pathname.length > 3 && !pathname.startsWith("/sign-in"));
  return page;
}
