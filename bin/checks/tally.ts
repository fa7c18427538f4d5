import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export type Tally = { passed: number; failed: number; skipped: number };

export const noTally: Tally = { passed: 0, failed: 0, skipped: 0 };

export const addTallies = (...tallies: Tally[]): Tally => ({
  passed: tallies.reduce((sum, one) => sum + one.passed, 0),
  failed: tallies.reduce((sum, one) => sum + one.failed, 0),
  skipped: tallies.reduce((sum, one) => sum + one.skipped, 0),
});

export const toClosingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** A run that wrote no report, or ended badly with every test passed, counts as one failure. */
export function readVitestTally(path: string, succeeded: boolean): Tally {
  if (!existsSync(path)) return { ...noTally, failed: 1 };
  const report = vitestReport.parse(JSON.parse(readFileSync(path, "utf8")));
  const failed = report.numFailedTests === 0 && !succeeded ? 1 : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), skipped: z.number(), flaky: z.number() }),
});

export function readPlaywrightTally(path: string, succeeded: boolean): Tally {
  if (!existsSync(path)) return { ...noTally, failed: 1 };
  const { stats } = playwrightReport.parse(JSON.parse(readFileSync(path, "utf8")));
  const { unexpected } = stats;
  const failed = unexpected === 0 && !succeeded ? 1 : unexpected;
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
}
