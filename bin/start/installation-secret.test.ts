import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { installationSecret } from "./installation-secret";
import { StartRefusal } from "./start-refusal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pushpilot-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("an installation keeps the secret it made, for its owner's eyes only", () => {
  const secret = installationSecret(folder);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(installationSecret(folder)).toBe(secret);
  expect(readdirSync(folder)).toEqual(["secret"]);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
});

it("a first start that broke off while the secret was written is simply made again", () => {
  writeFileSync(join(folder, "secret.draft"), "half of a sec");
  expect(installationSecret(folder).length).toBeGreaterThanOrEqual(43);
  expect(readdirSync(folder)).toEqual(["secret"]);
});

it("an empty secret is named, with what to do about it", () => {
  writeFileSync(join(folder, "secret"), "");
  const opening = () => installationSecret(folder);
  expect(opening).toThrow(StartRefusal);
  expect(opening).toThrow(/secret is empty|delete the file/);
});
