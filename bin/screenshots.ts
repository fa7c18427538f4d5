import { existsSync, mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import startProduct from "@/e2e/fixtures/start-product";
import { DemoBrowser } from "./screenshots/demo-browser";
import { scenes } from "./screenshots/scenes";
import { readDemo } from "./start/demo-file";

const debianChromium = "/usr/bin/chromium";

// A demo of its own: what somebody tried out in theirs is nobody's picture.
const stopProduct = await startProduct();
const browser = await chromium.launch({
  ...(existsSync(debianChromium) && { executablePath: debianChromium }),
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
try {
  const demo = readDemo(process.env.PUSHPILOT_E2E_DATA ?? "");
  if (!demo) throw new Error("The demo was not made.");
  mkdirSync("docs/images", { recursive: true });
  const wanted = process.argv.slice(2);
  const stage = await DemoBrowser.open(browser, demo);
  for (const scene of scenes) {
    if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
    for (const look of scene.looks) await stage.shoot(scene, look);
  }
} finally {
  await browser.close();
  await stopProduct();
}
