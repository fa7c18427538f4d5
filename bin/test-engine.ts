import { run } from "./checks/run-steps";

const { INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = process.env;
const isRemote = Boolean(INNGEST_BASE_URL && INNGEST_EVENT_KEY && INNGEST_SIGNING_KEY);

/** The behaviours of workflows: on the embedded engine, or those that need nothing of it on a real server. */
const chosen = isRemote
  ? ["inngest/engine/behaviour", "--exclude", "inngest/engine/behaviour/embedded/**"]
  : ["inngest/engine/behaviour"];
console.log(isRemote ? `Against ${INNGEST_BASE_URL}` : "On the embedded engine");
const command = ["node", "node_modules/vitest/vitest.mjs", "run", "--reporter=verbose", ...chosen];
const { code } = await run(command, "aloud");
process.exitCode = code;
