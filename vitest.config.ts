import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

export default defineConfig({
  resolve: { alias },
  test: {
    env: { PUSHPILOT_SECRET: "test-secret-test-secret-test-secret-32", PUSHPILOT_LOG: "silent" },
    environment: "node",
    include: ["{app,bin,components,db,inngest,lib,bench}/**/*.test.ts", "{app,components}/**/*.test.tsx"],
    globalSetup: ["db/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Generous: none of them is a measurement, and machines differ.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
