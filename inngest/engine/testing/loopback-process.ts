import { run } from "@/bin/checks/run-steps";
import { connect } from "@/db/client";
import { startTestCluster } from "@/db/testing/test-cluster";
import { startLoopbackServer } from "./loopback-server";
import type { RemoteKeys } from "./remote-server";

let isEnded = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => (isEnded = true));

// Runs the command it is given, which finds a server where a real one would be named.
const cluster = await startTestCluster();
const sql = connect(cluster.templateUrl);
try {
  const server = await startLoopbackServer(sql);
  if (!isEnded) process.exitCode = await runAgainst(server);
  await server.stop();
} finally {
  await sql.end({ timeout: 1 });
  await cluster.stop();
}

async function runAgainst({ baseUrl, eventKey, signingKey }: RemoteKeys): Promise<number> {
  const { code } = await run(process.argv.slice(2), "in our place", {
    INNGEST_BASE_URL: baseUrl,
    INNGEST_EVENT_KEY: eventKey,
    INNGEST_SIGNING_KEY: signingKey,
    PUSHPILOT_LOOPBACK: "yes",
  });
  return code;
}
