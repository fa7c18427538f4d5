import { connect } from "@/db/client";
import { startEngine } from "../engine";
import { createTestClient, quickTimings, quietLog } from "./engine-setup";
import { faultFunctions } from "./fault-functions";

const [, , url = "", worker = ""] = process.argv;
const sql = connect(url, { poolMax: 4 });
const effects = connect(url, { poolMax: 4 });
const client = createTestClient();

const engine = await startEngine({
  sql,
  client,
  functions: faultFunctions(client, effects, worker),
  concurrency: 8,
  log: quietLog,
  timings: { ...quickTimings, leaseMillis: 6_000 },
});
process.stdout.write("ready\n");

process.once("SIGTERM", () => void stop());

async function stop() {
  await engine.stop();
  await sql.end();
  await effects.end();
  process.exit(0);
}
