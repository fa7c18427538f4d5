import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const chromium = "/usr/bin/chromium";

/** Quiet: on a machine without a network Chromium would try to reach its maker's hosts at every start. */
const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/fixtures/start-product.ts",
  outputDir: "test-results",
  // Where nobody waits, one journey at a time: two share the cores with the server, and each takes longer.
  workers: process.env.CI === undefined ? 2 : 1,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A journey drives a browser, a server and a database on whatever machine there is: one that passes the second time is
  // named as flaky, and fails nothing where nobody can look.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    actionTimeout: 90_000,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { ...(existsSync(chromium) && { executablePath: chromium }), args: chromiumFlags },
  },
});
