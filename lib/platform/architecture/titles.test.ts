import { expect, it } from "vitest";
import { readSourceFiles } from "./source-files";

const isShown = (text: string): boolean => /return\s*\(?\s*</.test(text);

it("every page that people see has a title of its own", () => {
  const pages = readSourceFiles().filter(
    ({ path, text }) => path.endsWith("/page.tsx") && !path.startsWith("app/dev/") && isShown(text),
  );
  expect(pages.length).toBeGreaterThan(20);
  const untitled = pages.filter(
    ({ text }) => !/export (async function generateMetadata|const metadata)\b/.test(text),
  );
  expect(untitled.map(({ path }) => path)).toEqual([]);
});
