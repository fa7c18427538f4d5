import { type BuildOptions, build } from "esbuild";

const shared = {
  bundle: true,
  minify: true,
  platform: "browser",
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
} satisfies BuildOptions;

/** What pages of customers load: a module, and the part of a service worker, each one file. */
export async function bundleSdk(outdir: string): Promise<void> {
  const [page, worker] = ["lib/browser/sdk/pushpilot.ts", "lib/browser/sdk/sw.ts"];
  await Promise.all([
    build({ ...shared, entryPoints: [page], outdir, format: "esm" }),
    build({ ...shared, entryPoints: [worker], outdir, format: "iife" }),
  ]);
}
