import { run } from "@/bin/checks/run-steps";
import { connect } from "@/db/client";
import { startTestCluster } from "@/db/testing/test-cluster";
import { startLoopbackServer } from "./loopback-server";

// Runs the command it is given, which finds a server where a real one would be named.
const cluster = await startTestCluster();
const sql = connect(cluster.templateUrl);
const server = await startLoopbackServer(sql);
const { code } = await run(process.argv.slice(2), "aloud", {
  INNGEST_BASE_URL: server.baseUrl,
  INNGEST_EVENT_KEY: server.eventKey,
  INNGEST_SIGNING_KEY: server.signingKey,
});
await server.stop();
await sql.end({ timeout: 1 });
await cluster.stop();
process.exitCode = code;
