import { existsSync, readdirSync, readFileSync } from "node:fs";

export type SourceFile = { path: string; text: string };

/** Folders of the product's own code, as an import path begins. */
const codeFolders = ["app", "bench", "bin", "components", "db", "e2e", "i18n", "inngest", "lib"];
const rootFiles = ["server.ts", "worker.ts", "proxy.ts"];

/** Every TypeScript file of the product, tests included, by its path from the root. */
export function readSourceFiles(): SourceFile[] {
  const paths = codeFolders.filter((folder) => existsSync(folder)).flatMap(listCode);
  return [...paths, ...rootFiles.filter((file) => existsSync(file))]
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

const listCode = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);

/** Tests and measurements: they may know everything, and nothing may know them. */
export const isTest = (path: string): boolean =>
  /\.(test|spec)\.tsx?$/.test(path) || /^(bench|e2e)\//.test(path) || path.includes("/testing/");
