import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "@/lib/platform/free-port";
import { postgresHome } from "./binaries";
import { readableBinaries, type ServerAccount, serverAccount, writableDataFolder } from "./server-account";

export type Cluster = {
  superuserUrl: string;
  port: number;
  isRunning: () => boolean;
  /** Starts it again where it was, after it died. */
  revive: () => Promise<void>;
  stop: () => Promise<void>;
};

type Options = {
  dataFolder: string;
  /** Tests give up durability for speed; a product cluster never does. */
  durable: boolean;
};

type Place = { bin: string; folder: string; account: ServerAccount | undefined };

/**
 * Starts the Postgres of `dataFolder`, making it on first use. A server left behind by a killed process is
 * taken over as it is; one that died is recovered by Postgres itself.
 */
export async function startCluster({ dataFolder, durable }: Options): Promise<Cluster> {
  const account = serverAccount();
  const bin = join(readableBinaries(postgresHome(), account), "bin");
  const place: Place = { bin, folder: writableDataFolder(resolve(dataFolder), account), account };
  const password = await ensureInitialised(place);
  const port = (await runningPort(place)) ?? (await launch(place, durable, await freePort()));
  return {
    port,
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    isRunning: () => isServerAlive(place),
    revive: async () => {
      if ((await runningPort(place)) === undefined) await launch(place, durable, port);
    },
    stop: () => control(place, ["stop", "-m", "fast", "-w"]).then(() => undefined),
  };
}

async function ensureInitialised(place: Place): Promise<string> {
  const passwordFile = join(place.folder, "superuser-password");
  if (existsSync(join(place.folder, "data", "PG_VERSION"))) return readFileSync(passwordFile, "utf8");
  rmSync(join(place.folder, "data"), { recursive: true, force: true });
  const password = randomBytes(18).toString("base64url");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  const data = join(place.folder, "data");
  const how = [
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    `--pwfile=${passwordFile}`,
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
  ];
  await run(place, "initdb", ["-D", data, ...how, "--no-instructions"]);
  return password;
}

/** Port of a live server on this folder, whoever started it. */
async function runningPort(place: Place): Promise<number | undefined> {
  const isRunning = await control(place, ["status"]).then(
    () => true,
    () => false,
  );
  if (!isRunning) return undefined;
  const [, , , port] = readFileSync(join(place.folder, "data", "postmaster.pid"), "utf8").split("\n");
  return Number(port);
}

/** Cheap enough to ask twice a second, unlike `pg_ctl status`. */
function isServerAlive(place: Place): boolean {
  const pidFile = join(place.folder, "data", "postmaster.pid");
  if (!existsSync(pidFile)) return false;
  try {
    return process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function launch(place: Place, durable: boolean, port: number): Promise<number> {
  const settings = serverSettings(port, durable).map((setting) => `-c ${setting}`);
  const log = join(place.folder, "postgres.log");
  await control(place, ["start", "-w", "-t", "60", "-l", log, "-o", settings.join(" ")]);
  return port;
}

function serverSettings(port: number, durable: boolean): string[] {
  const megabytes = Math.min(1024, Math.floor(totalmem() / 1024 ** 2 / 8));
  const base = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    `shared_buffers=${Math.max(128, megabytes)}MB`,
    "wal_compression=on",
    "max_wal_size=4GB",
    // Files to write over: making one anew holds up every commit.
    "min_wal_size=1GB",
    "checkpoint_timeout=15min",
    // Rests five times as long between its portions: it shares the cores with messages that somebody waits for.
    "autovacuum_vacuum_cost_delay=10ms",
    "random_page_cost=1.1",
    `max_parallel_workers_per_gather=${Math.min(2, cpus().length)}`,
    "jit=off",
  ];
  return durable ? base : [...base, "fsync=off", "synchronous_commit=off", "full_page_writes=off"];
}

const control = (place: Place, args: string[]) =>
  run(place, "pg_ctl", ["-D", join(place.folder, "data"), ...args]);

function run(place: Place, program: string, args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    // Detached: Ctrl-C in the terminal must reach us alone, so that work is drained before the database stops.
    const child = spawn(join(place.bin, program), args, {
      ...place.account,
      cwd: "/",
      detached: true,
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", fail);
    child.once("exit", (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      const output = Buffer.concat(chunks).toString();
      if (code === 0) done(output);
      else fail(new Error(`${program} ${args.at(-1) ?? ""} ended with ${code}: ${output.slice(-2_000)}`));
    });
  });
}
