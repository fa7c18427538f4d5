import type { SourceFile } from "./source-files";
import { isTest } from "./source-files";

const forbiddenNames = [
  "common",
  "data",
  "handler",
  "helper",
  "helpers",
  "index",
  "manager",
  "misc",
  "service",
  "shared",
  "types",
  "utils",
];

const linesMax = { source: 250, test: 300, route: 40, page: 80 } as const;

/** Each file that is too long, or named for nothing in particular. */
export function judgeFile({ path, text }: SourceFile): string[] {
  const lines = text.split("\n").length - 1;
  const max = linesMax[kindOf(path)];
  const words = path.replace(/\.(test\.)?tsx?$/, "").split(/[/.]/);
  const forbidden = words.find((word) => forbiddenNames.includes(word));
  return [
    ...(lines > max
      ? [`${path} has ${lines} lines, at most ${max}: split it by verb, question or section`]
      : []),
    ...(forbidden ? [`${path} is called "${forbidden}": name what it does`] : []),
  ];
}

function kindOf(path: string): keyof typeof linesMax {
  if (isTest(path)) return "test";
  if (path.startsWith("app/") && path.endsWith("/route.ts")) return "route";
  return path.endsWith("/page.tsx") ? "page" : "source";
}

const entriesMax = 25;

/** Folders with more entries than one takes in at a glance. */
export function judgeFolders(paths: readonly string[]): string[] {
  const entries = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join("/");
      entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ""));
    }
  }
  return [...entries]
    .filter(([, names]) => names.size > entriesMax)
    .map(([folder, names]) => `${folder} has ${names.size} entries, at most ${entriesMax}`);
}
