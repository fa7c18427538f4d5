import { spawn } from "node:child_process";
import type { Tally } from "./tally";

export type Step = { name: string; command: string[] };

/** Two at a time: most of them keep one core busy. Their output is shown only when they fail. */
const parallel = 2;

export async function runSteps(steps: Step[]): Promise<Tally> {
  const waiting = [...steps];
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const startedAt = performance.now();
      const { code, output } = await run(step.command, "quiet");
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${code === 0 ? "✓" : "✗"} ${step.name.padEnd(22)} ${seconds.padStart(5)} s`);
      if (code === 0) tally.passed += 1;
      else tally.failed += 1;
      if (code !== 0) console.log(output);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return tally;
}

/** Runs a command to its end, with `env` beside our own; `aloud` passes its output through. */
export function run(
  [program = "", ...args]: string[],
  voice: "quiet" | "aloud",
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", ...stdio(voice)],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", (error) => done({ code: 127, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

const stdio = (voice: "quiet" | "aloud"): ["pipe", "pipe"] | ["inherit", "inherit"] =>
  voice === "quiet" ? ["pipe", "pipe"] : ["inherit", "inherit"];
