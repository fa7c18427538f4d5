import { build } from "esbuild";

/** `server.ts` and `worker.ts` as plain JavaScript: tsx would cost a second of every start. */
await build({
  entryPoints: ["server.ts", "worker.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node24",
  format: "esm",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
