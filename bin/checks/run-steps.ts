import { type ChildProcess, spawn } from "node:child_process";
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

type Voice = "quiet" | "aloud" | "in our place";

/**
 * Runs a command to its end, with `env` beside our own; `aloud` passes its output through. `in our place` also passes
 * on to it the signals that would end us, so that we outlive it and can put away what it needed.
 */
export function run(
  [program = "", ...args]: string[],
  voice: Voice,
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", ...stdio(voice)],
      // A group of its own: Vitest leaves its workers behind, and a signal that comes twice breaks off what it does last.
      detached: voice === "in our place",
    });
    if (voice === "in our place") passSignals(child);
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", (error) => done({ code: 127, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

function passSignals(child: ChildProcess): void {
  let isPassed = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const pass = () => {
      if (!isPassed && child.pid && child.exitCode === null) process.kill(-child.pid, signal);
      isPassed = true;
    };
    process.on(signal, pass);
    child.once("close", () => process.off(signal, pass));
  }
}

const stdio = (voice: Voice): ["pipe", "pipe"] | ["inherit", "inherit"] =>
  voice === "quiet" ? ["pipe", "pipe"] : ["inherit", "inherit"];
