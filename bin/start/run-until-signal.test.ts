import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";

let child: ChildProcess;
let output = "";

afterEach(() => child.kill("SIGKILL"));

function start(): void {
  output = "";
  child = spawn(process.execPath, ["--import", "tsx", "bin/start/testing/parts-process.ts"], {
    stdio: ["pipe", "pipe", "pipe", "ipc"],
  });
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk));
}

const says = (line: string) => expect.poll(() => output, { timeout: 20_000 }).toContain(line);
const tell = (line: string) => child.stdin?.write(`${line}\n`);
const lines = () => output.split("\n").filter((line) => line !== "");
const stopping = " PushPilot is stopping; a second Ctrl-C ends it at once.";

async function exitCode(): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}

it("what was started last stops first and the terminal is told once, however many signals say so", async () => {
  start();
  await says("first started");
  tell("go");
  await says("second started");
  child.kill("SIGINT");
  child.kill("SIGHUP");
  child.kill("SIGINT");
  expect(await exitCode()).toBe(0);
  expect(lines()).toEqual(["first started", "second started", stopping, "second stopped", "first stopped"]);
});

it("a signal in the middle of the start stops what there is, and what was just being started", async () => {
  start();
  await says("first started");
  child.kill("SIGTERM");
  await says("signalled");
  tell("go");
  expect(await exitCode()).toBe(0);
  expect(lines()).toEqual(["first started", "signalled", stopping, "second stopped", "first stopped"]);
});

it("a start that fails says why and leaves nothing behind", async () => {
  start();
  await says("first started");
  tell("fail");
  expect(await exitCode()).toBe(1);
  expect(output).toContain("PushPilot could not start: it was told to fail");
  expect(lines().at(-1)).toBe("first stopped");
});

it("it ends with whoever started it", async () => {
  start();
  await says("first started");
  tell("go");
  await says("second started");
  child.disconnect();
  expect(await exitCode()).toBe(0);
  expect(lines().at(-1)).toBe("first stopped");
});
