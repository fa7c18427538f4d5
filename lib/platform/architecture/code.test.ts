import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { envKeys, judgeCode } from "./code-rules";
import { readSourceFiles } from "./source-files";

it("reads settings in one place, hides no finding, leaves nothing for later", () => {
  expect(readSourceFiles().flatMap(judgeCode)).toEqual([]);
});

it("documents every setting, and no other", () => {
  const declared = envKeys(readFileSync("lib/platform/env.ts", "utf8"));
  const documented = [...readFileSync("docs/settings.md", "utf8").matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)];
  expect(documented.map((match) => match[1]).sort()).toEqual([...declared].sort());
});

describe("the rules fire", () => {
  it.each([
    ["lib/domain/a.ts", "const url = process.env.URL;"],
    ["lib/domain/a.ts", "// @ts-expect-error it works"],
    ["components/a.tsx", "// biome-ignore lint: later"],
    ["lib/domain/a.ts", "// TODO finish"],
    ["lib/domain/a.ts", "export enum Status { Draft }"],
    ["lib/domain/a.ts", "interface Contact {}"],
    ["components/contacts/a.tsx", 'useQuery({ queryKey: ["contacts"] });'],
    ["lib/domain/a.test.ts", 'vi.mock("@/db/client");'],
    ["e2e/a.spec.ts", "await page.waitForTimeout(100);"],
    ["lib/domain/a.test.ts", "await new Promise((done) => setTimeout(done, 50));"],
    ["lib/domain/a.test.ts", "await new Promise((go) => setTimeout(go, 50));"],
    ["inngest/a.test.ts", 'import { setTimeout as sleep } from "node:timers/promises";'],
    ["inngest/a.test.ts", 'import { scheduler } from "timers/promises";'],
    ["lib/domain/a.ts", "try { return JSON.parse(text); } catch { return undefined; }"],
    ["lib/domain/a.ts", 'const isTurkish = locale.startsWith("tr");'],
    ["components/a.tsx", 'toast.error(t("failed"), { description: detailOf(error) });'],
    ["components/a.tsx", "await change.mutateAsync(ids).catch(() => undefined);"],
    ["lib/providers/a.ts", "const connectTimeoutMs = 15_000;"],
    ["lib/domain/a.ts", "const { timeoutMsDefault } = limits;"],
    ["lib/providers/a.ts", "export const CONNECT_TIMEOUT: number = 15_000;"],
    ["components/a.tsx", `const href = \`/\${slug}/jobs\`;`],
    ["components/a.tsx", "const id = crypto.randomUUID();"],
    ["lib/browser/a.ts", "const { randomUUID } = crypto;"],
  ])("%s: %s", (path, text) => {
    expect(judgeCode({ path, text })).toHaveLength(1);
  });
});
