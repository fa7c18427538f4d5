import { existsSync } from "node:fs";
import { run } from "./run-steps";

const chromium = "/usr/bin/chromium";
const firefox = "/usr/bin/firefox-esr";

/**
 * Debian's Chromium, and its Firefox where it has one; root gets them installed. Gives why there is no Chromium, or
 * nothing: without Firefox one test is skipped, and says so.
 */
export async function ensureBrowser(): Promise<string | undefined> {
  const hasChromium = existsSync(chromium);
  if (hasChromium && existsSync(firefox)) return undefined;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return hasChromium
      ? undefined
      : `${chromium} is missing. Install it (Debian: apt-get install chromium) to run the browser tests.`;
  }
  console.log("Installing browsers …");
  await run(["apt-get", "update", "-q"], "quiet");
  const problem = hasChromium ? undefined : await install("chromium", chromium);
  if (!existsSync(firefox)) await install("firefox-esr", firefox);
  return problem && `Chromium could not be installed:\n${problem}`;
}

async function install(name: string, binary: string): Promise<string | undefined> {
  const { code, output } = await run(
    ["apt-get", "install", "-y", "-q", "--no-install-recommends", name],
    "quiet",
  );
  return code === 0 && existsSync(binary) ? undefined : output.slice(-2_000) || `no ${binary}`;
}
