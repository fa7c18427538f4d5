import { posix } from "node:path";
import type { SourceFile } from "./source-files";

export type Import = {
  from: string;
  /** A path from the root for our own files, else the name of the package. */
  to: string;
  isOurs: boolean;
  /** Erased by the compiler: it can say how something looks, and cannot run it. */
  isTypeOnly: boolean;
};

const statements = /^\s*(import|export)\s+(type\s)?(?:[^"';]*?\bfrom\s*)?["']([^"']+)["']/gm;
const calls = /\bimport\(\s*["']([^"']+)["']/g;

/** All imports between the files, and from them to packages. */
export function readImports(files: readonly SourceFile[]): Import[] {
  const paths = new Set(files.map((file) => file.path));
  return files.flatMap(({ path, text }) => {
    const found = [...text.matchAll(statements)].map(([, , type, specifier]) => ({
      specifier: specifier ?? "",
      isTypeOnly: type !== undefined,
    }));
    const dynamic = [...text.matchAll(calls)].map(([, specifier]) => ({
      specifier: specifier ?? "",
      isTypeOnly: false,
    }));
    return [...found, ...dynamic].map(({ specifier, isTypeOnly }) => ({
      from: path,
      isTypeOnly,
      ...resolve(path, specifier, paths),
    }));
  });
}

function resolve(from: string, specifier: string, paths: Set<string>): { to: string; isOurs: boolean } {
  const isOurs = specifier.startsWith("@/") || specifier.startsWith(".");
  if (!isOurs) return { to: packageName(specifier), isOurs };
  const base = specifier.startsWith("@/") ? specifier.slice(2) : posix.join(posix.dirname(from), specifier);
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}.d.ts`];
  return { to: candidates.find((candidate) => paths.has(candidate)) ?? base, isOurs };
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
}

/** Circles of files that import each other, each once, as a readable chain. */
export function findCycles(imports: readonly Import[]): string[] {
  const next = groupTargets(imports);
  const cycles = new Map<string, string>();
  const settled = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      const circle = trail.slice(start);
      cycles.set([...circle].sort().join(), [...circle, path].join(" → "));
      return;
    }
    if (settled.has(path)) return;
    for (const target of next.get(path) ?? []) visit(target, [...trail, path]);
    settled.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return [...cycles.values()];
}

/** The shortest chain of running imports from a file to one that `isForbidden`, if there is one. */
export function findPath(
  imports: readonly Import[],
  start: string,
  isForbidden: (one: Import) => boolean,
): string[] | undefined {
  const running = groupImports(imports.filter((one) => !one.isTypeOnly));
  const queue: string[][] = [[start]];
  const seen = new Set([start]);
  for (let trail = queue.shift(); trail; trail = queue.shift()) {
    for (const one of running.get(trail.at(-1) ?? "") ?? []) {
      if (isForbidden(one)) return [...trail, one.to];
      if (one.isOurs && !seen.has(one.to)) {
        seen.add(one.to);
        queue.push([...trail, one.to]);
      }
    }
  }
  return undefined;
}

function groupImports(imports: readonly Import[]): Map<string, Import[]> {
  return Map.groupBy(imports, (one) => one.from);
}

function groupTargets(imports: readonly Import[]): Map<string, string[]> {
  const ours = groupImports(imports.filter((one) => one.isOurs && !one.isTypeOnly));
  return new Map([...ours].map(([from, ones]) => [from, ones.map((one) => one.to)]));
}
