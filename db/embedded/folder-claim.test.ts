import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claim, exclusively } from "./folder-claim";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pushpilot-claim-"));
  file = join(folder, "lock");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("one claims, the next learns who has it, and after the release anybody may", () => {
  const first = claim(file);
  expect(claim(file)).toEqual({ holder: process.pid });
  if ("release" in first) first.release();
  expect(claim(file)).toHaveProperty("release");
});

it("what a killed process left is taken over", async () => {
  const child = spawn("sleep", ["60"]);
  writeFileSync(file, `${child.pid}`);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(claim(file)).toHaveProperty("release");
});

it.runIf(process.platform === "linux")(
  "an id that was given again does not hold what its former process left",
  () => {
    writeFileSync(file, `${process.pid} 1`);
    expect(claim(file)).toHaveProperty("release");
  },
);

it("an unreadable or empty claim does not block for ever", () => {
  writeFileSync(file, "");
  expect(claim(file)).toHaveProperty("release");
});

it("work under one claim never overlaps", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise(setImmediate);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => exclusively(file, work)));
  expect(most).toBe(1);
});
