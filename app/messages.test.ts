import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL("../messages/", import.meta.url);
const files = ["tr", "en"].flatMap((locale) => readdirSync(new URL(`${locale}/`, folder)));

/** English errors stand in the code that throws them; their file holds only the exceptions. */
const namespaces = [...new Set(files)].filter((file) => file !== "errors.json");

describe.each(namespaces)("%s", (file) => {
  const turkish = flatten(read("tr", file));
  const english = flatten(read("en", file));

  test("says everything in both languages", () => {
    expect([...turkish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("uses the same arguments in both", () => {
    for (const [key, text] of english)
      expect(argumentsOf(turkish.get(key) ?? ""), key).toEqual(argumentsOf(text));
  });
});

function read(locale: string, file: string): unknown {
  return JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), "utf8"));
}

function flatten(value: unknown, prefix = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[prefix, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(entries.flatMap(([key, child]) => [...flatten(child, prefix ? `${prefix}.${key}` : key)]));
}

/** Argument names stand at depth one; deeper braces hold plural branches. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [position, char] of [...text].entries()) {
    if (char === "{") {
      depth += 1;
      const name =
        depth === 1 ? /^\s*(\w+)\s*[,}]/.exec([...text].slice(position + 1).join(""))?.[1] : undefined;
      if (name) names.add(name);
    }
    if (char === "}") depth -= 1;
  }
  return [...names].sort();
}
