import { run } from "./checks/run-steps";

const loopback = "--loopback";
const passed = process.argv.slice(2).filter((argument) => argument !== loopback);
const reporters = passed.some((argument) => argument.startsWith("--reporter")) ? [] : ["--reporter=verbose"];
const vitest = ["node", "node_modules/vitest/vitest.mjs", "run", ...reporters, ...passed];
const all = "inngest/engine/behaviour";
const typescript = [process.execPath, "--import", "tsx"];
const { INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, PUSHPILOT_LOOPBACK } = process.env;
const isRemote = Boolean(INNGEST_BASE_URL && INNGEST_EVENT_KEY && INNGEST_SIGNING_KEY);
const isLoopback = PUSHPILOT_LOOPBACK === "yes";

/**
 * The behaviours of workflows: on the embedded engine, or those that need nothing of it on a real server. With
 * `--loopback` the embedded engine plays the server, so that everything goes over HTTP. Other arguments are Vitest's.
 */
const { code } = process.argv.includes(loopback)
  ? await run([...typescript, "inngest/engine/testing/loopback-process.ts", ...ourselves()], "in our place")
  : await run(isRemote ? onServer() : [...vitest, all], "in our place");
process.exitCode = code;

function ourselves(): string[] {
  return [...typescript, "bin/test-engine.ts", ...passed];
}

function onServer(): string[] {
  console.log(`Against ${INNGEST_BASE_URL}`);
  const chosen = [all, "--exclude", `${all}/embedded/**`];
  // One file after another, since they share a server, and with time for the pace of a foreign one.
  const pace = isLoopback ? [] : ["--testTimeout=600000", "--expect.poll.timeout=120000"];
  return [...vitest, ...chosen, "--no-file-parallelism", ...pace];
}
