import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { errorCodes } from "@/lib/platform/errors";
import english from "@/messages/en/public.json" with { type: "json" };
import turkish from "@/messages/tr/public.json" with { type: "json" };

const documents = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** A path as prose writes it: from the root, in backticks, without placeholders. */
const paths = /`((?:app|bench|bin|components|db|docs|e2e|i18n|inngest|lib|messages)\/[\w.()[\]/-]+)`/g;
const links = /\]\((?!https?:|#|mailto:)([^)#]+)/g;

it.each(documents)("%s names only paths that exist", (document) => {
  const text = readFileSync(document, "utf8");
  const named = [...text.matchAll(paths)].map((match) => match[1] ?? "");
  const linked = [...text.matchAll(links)].map((match) => join(dirname(document), match[1] ?? ""));
  expect([...named, ...linked].filter((path) => !existsSync(path))).toEqual([]);
});

it("explains every error code where problems point to, on the page and in the document", () => {
  const headings = [...readFileSync("docs/errors.md", "utf8").matchAll(/^## (\w+)$/gm)].map(
    (match) => match[1],
  );
  expect(headings.sort()).toEqual([...errorCodes].sort());
  for (const { codes } of [english.errors, turkish.errors])
    expect(Object.keys(codes).sort()).toEqual([...errorCodes].sort());
});

it("has both READMEs point to each other", () => {
  expect(readFileSync("README.md", "utf8")).toContain("README.tr.md");
  expect(readFileSync("README.tr.md", "utf8")).toContain("README.md");
});
