import { existsSync, mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { startServer } from "@/e2e/fixtures/start-server";
import { DemoBrowser } from "./demo-browser";
import { scenes } from "./scenes";

const debianChromium = "/usr/bin/chromium";

// A demo of its own: what somebody tried out in theirs is nobody's picture.
const { demo, stop } = await startServer();
const browser = await chromium.launch({
  ...(existsSync(debianChromium) && { executablePath: debianChromium }),
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
try {
  mkdirSync("docs/images", { recursive: true });
  const wanted = process.argv.slice(2);
  const stage = await DemoBrowser.open(browser, demo);
  for (const scene of scenes) {
    if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
    for (const look of scene.looks) await stage.shoot(scene, look);
  }
} finally {
  await browser.close();
  await stop();
}
