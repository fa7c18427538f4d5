import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./checks/ensure-browser";
import { run, runSteps } from "./checks/run-steps";
import {
  addTallies,
  noTally,
  readPlaywrightTally,
  readVitestTally,
  type Tally,
  toClosingLine,
} from "./checks/tally";

const reports = "test-results";
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports);

const missingBrowser = await ensureBrowser();
const tally = addTallies(
  await verify(),
  await vitest("Unit and integration tests", "vitest", ["node", "node_modules/vitest/vitest.mjs", "run"]),
  await vitest("Workflows over HTTP", "workflows", ["npm", "run", "test:engine", "--", "--loopback"]),
  await endToEnd(),
);
console.log(`\n${toClosingLine(tally)}`);
process.exitCode = tally.failed > 0 ? 1 : 0;

/** The architecture's tests run with all the others. */
async function verify(): Promise<Tally> {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const names = Object.keys(scripts).filter((name) => /^verify:(?!architecture$)/.test(name));
  console.log("\nVerify");
  return runSteps(names.map((name) => ({ name, command: ["npm", "run", "--silent", name] })));
}

async function vitest(title: string, name: string, command: string[]): Promise<Tally> {
  console.log(`\n${title}`);
  const report = `${reports}/${name}.json`;
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run([...command, ...reporters], "aloud");
  return readVitestTally(report, code === 0);
}

async function endToEnd(): Promise<Tally> {
  console.log("\nEnd-to-end tests");
  if (missingBrowser) {
    console.log(`SKIPPED: ${missingBrowser}`);
    return { ...noTally, skipped: 1 };
  }
  const build = await run([process.execPath, "bin/bootstrap.mjs", "--build"], "aloud");
  if (build.code !== 0) return { ...noTally, failed: 1 };
  const { code } = await run(["node", "node_modules/@playwright/test/cli.js", "test"], "aloud");
  return readPlaywrightTally(`${reports}/playwright.json`, code === 0);
}
