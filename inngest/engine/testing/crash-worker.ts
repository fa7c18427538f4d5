import { connect } from "@/db/client";
import { startEngine } from "../engine";
import { crashFunctions } from "./crash-functions";
import { createTestClient, quickTimings, quietLog } from "./engine-setup";

const [, , url = ""] = process.argv;
const sql = connect(url, { poolMax: 4 });
const client = createTestClient();

const engine = await startEngine({
  sql,
  client,
  functions: crashFunctions(client, sql),
  concurrency: 6,
  log: quietLog,
  timings: { ...quickTimings, leaseMillis: 1_200 },
});
process.stdout.write("ready\n");

process.once("SIGTERM", () => void stop());

async function stop() {
  await engine.stop();
  await sql.end();
  process.exit(0);
}
