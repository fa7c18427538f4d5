import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contracts } from "./registry";

it("knows every contract that is exported", () => {
  const exported = readdirSync("lib/contracts", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => [
      ...readFileSync(`lib/contracts/${name}`, "utf8").matchAll(/export const (\w+) = defineContract\(/g),
    ])
    .map(([, name]) => name?.replace(/Contract$/, ""));
  expect(contracts.map((contract) => contract.name).sort()).toEqual(exported.sort());
});

it("gives each operation a name and an address of its own", () => {
  const names = contracts.map((contract) => contract.name);
  const addresses = contracts.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(addresses).size).toBe(addresses.length);
});

it("declares every parameter of a path, and no other", () => {
  for (const { name, path, params } of contracts) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    const declared = params ? Object.keys(shapeOf(params)).sort() : [];
    expect(declared, name).toEqual(inPath);
  }
});

/** Asking with a body, and leaving, which everybody may. */
const readers = [
  "countAudience",
  "listOccurrences",
  "openRealtime",
  "previewContent",
  "removeMember",
  "runAutomationTests",
];

it("lets nobody change anything with a permission to read", () => {
  const changing = contracts.filter(
    ({ method, access }) =>
      method !== "GET" && typeof access === "object" && access.permission.endsWith(".read"),
  );
  expect(changing.map((contract) => contract.name).sort()).toEqual(readers);
});

/** A wire object is a codec around a strict object. */
function shapeOf(schema: unknown): Record<string, unknown> {
  const { in: inner, shape } = (
    schema as { _zod: { def: { in?: unknown; shape?: Record<string, unknown> } } }
  )._zod.def;
  return inner ? shapeOf(inner) : (shape ?? {});
}
