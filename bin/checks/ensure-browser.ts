import { existsSync } from "node:fs";
import { run } from "./run-steps";

const chromium = "/usr/bin/chromium";

/** Debian's Chromium; root gets it installed. Gives why there is none, or nothing. */
export async function ensureBrowser(): Promise<string | undefined> {
  if (existsSync(chromium)) return undefined;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return `${chromium} is missing. Install it (Debian: apt-get install chromium) to run the browser tests.`;
  }
  console.log("Installing Chromium …");
  await run(["apt-get", "update", "-q"], "quiet");
  const { code, output } = await run(
    ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"],
    "quiet",
  );
  return code === 0 && existsSync(chromium)
    ? undefined
    : `Chromium could not be installed:\n${output.slice(-2_000)}`;
}
