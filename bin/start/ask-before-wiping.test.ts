import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { askBeforeWiping } from "./ask-before-wiping";
import { StartRefusal } from "./start-refusal";

function terminal(typed: string | undefined) {
  const input = new PassThrough();
  const output = new PassThrough();
  if (typed === undefined) input.end();
  else input.write(`${typed}\n`);
  return { input, output, isTerminal: true };
}

it.each([
  ["y", true],
  ["YES", true],
  ["n", false],
  ["", false],
  ["yesterday", false],
  [undefined, false],
])("on a terminal %j is an answer, and only a yes goes on", async (typed, goesOn) => {
  const console = terminal(typed);
  expect(await askBeforeWiping("This deletes it.", [], console)).toBe(goesOn);
  expect(String(console.output.read())).toContain("This deletes it. Go on? (y/N)");
});

it("--yes is not asked", async () => {
  const console = terminal("n");
  expect(await askBeforeWiping("This deletes it.", ["--yes"], console)).toBe(true);
  expect(console.output.read()).toBeNull();
});

it("without a terminal it refuses and says how to go on", async () => {
  const asking = askBeforeWiping("This deletes it.", [], { ...terminal("y"), isTerminal: false });
  await expect(asking).rejects.toThrow(StartRefusal);
  await expect(asking).rejects.toThrow("--yes");
});

it("the demo is not reset by a script that did not say --yes", () => {
  const folder = `/tmp/pushpilot-not-reset-${process.pid}`;
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "bin/demo-reset.ts"], {
    env: { ...process.env, PUSHPILOT_DATA: folder },
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toContain("--yes");
  expect(existsSync(folder)).toBe(false);
});
