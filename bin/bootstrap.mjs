// Plain JavaScript without dependencies: it runs on whatever Node the machine has, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";

const needsBuild = process.argv[2] === "--build";
const [program, ...programArguments] = process.argv.slice(needsBuild ? 3 : 2);
const turnFile = ".pushpilot-turn";
const buildStamp = "dist/build-stamp";
const callers = callersOf(process.ppid);

if (!isInstalled()) alone(install);
await import("./mend-packages.mjs");
const node = findNode();
if (needsBuild && !isBuilt()) alone(build);
if (program) run(program, programArguments);

/** Two terminals must not install or build at once; the turn of one that was killed is taken over. */
function alone(work) {
  for (let isTold = false; !takeTurn(); isTold = true) {
    if (!isTold) say("Waiting for another start that installs or builds here …");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
  const giveTurn = () => rmSync(turnFile, { force: true });
  process.once("exit", giveTurn);
  work();
  giveTurn();
  process.off("exit", giveTurn);
  if (callersOf(process.ppid) !== callers) process.exit(130);
}

function takeTurn() {
  const draft = `${turnFile}.${process.pid}`;
  try {
    writeFileSync(draft, String(process.pid));
    // A link appears with its content, and only where there is none.
    linkSync(draft, turnFile);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") return fail(`Nothing can be written to ${root} (${error.code}).`);
  } finally {
    rmSync(draft, { force: true });
  }
  const seen = existsSync(turnFile) ? readFileSync(turnFile, "utf8") : "";
  const holder = Number(seen);
  if (holder > 0 && holder !== process.pid && isAlive(holder)) return false;
  dropStaleTurn(seen);
  return takeTurn();
}

/**
 * By renaming, which one of several who saw it can do; who moved a fresh one away puts it back.
 * @param {string} seen
 */
function dropStaleTurn(seen) {
  const aside = `${turnFile}.${process.pid}`;
  try {
    renameSync(turnFile, aside);
    if (readFileSync(aside, "utf8") !== seen) linkSync(aside, turnFile);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

function install() {
  if (isInstalled()) return;
  say("Installing packages (once; takes a minute) …");
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  step([...npm, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    ...process.env,
    NODE_ENV: "development",
  });
  writeFileSync("node_modules/.pushpilot-lockfile", lockfileHash());
}

/** Installed for this lockfile: by us, as the stamp says, or by somebody's own `npm install` after it changed. */
function isInstalled() {
  const installed = "node_modules/.package-lock.json";
  const stamp = "node_modules/.pushpilot-lockfile";
  if (!existsSync(installed)) return false;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockfileHash()) return true;
  return statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs;
}

function lockfileHash() {
  return createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
}

function findNode() {
  const pinned = join(root, "node_modules/.bin/node");
  if (existsSync(pinned)) return pinned;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  return fail(
    "Node 24 is missing from node_modules: npm was told to skip install scripts. Run `npm ci` without that.",
  );
}

function isBuilt() {
  return (
    existsSync(buildStamp) &&
    existsSync(".next/BUILD_ID") &&
    readFileSync(buildStamp, "utf8") === sourcesHash()
  );
}

function build() {
  if (isBuilt()) return;
  const sources = sourcesHash();
  say("Building (once for each version; takes a few minutes) …");
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist");
  const env = { ...process.env, NODE_ENV: "production" };
  step([node, "--import", "tsx", "bin/bundle.ts"], env);
  step([node, "node_modules/next/dist/bin/next", "build"], env, "quiet");
  writeFileSync(buildStamp, sources);
}

/** What the build is made from, by content, and where it lies: Next writes absolute paths into its output. */
function sourcesHash() {
  const hash = createHash("sha256").update(`${root}\0${process.platform}-${process.arch}\0`);
  const folders = ["app", "bin/start", "components", "db", "i18n", "inngest", "lib", "messages", "public"];
  const files = readdirSync(".").filter((name) => /\.(ts|json)$/.test(name) && !name.startsWith("."));
  const isGenerated = (name) => name === "next-env.d.ts" || name === "package.json";
  for (const path of [
    "bin/bundle.ts",
    "bin/bundle-product.ts",
    ...files.filter((name) => !isGenerated(name)),
    ...folders.flatMap(walk),
  ].sort()) {
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/**
 * Runs the program in place of this one; its end is ours, and it does not outlive the npm that started us. Ours hold
 * a line to us and end with it, however we end.
 */
function run(path, args) {
  const isOurs = /^(dist\/.*|server\.ts)$/.test(path);
  const env = { ...process.env };
  if (path.startsWith("dist/")) env.NODE_ENV = "production";
  const options = path.endsWith(".ts") ? ["--import", "tsx"] : productOptions();
  const child = spawn(node, [...options, path, ...args], {
    stdio: isOurs ? ["inherit", "inherit", "inherit", "ipc"] : "inherit",
    env,
  });
  // A terminal's Ctrl-C reaches the child by itself. Ours take it twice for once; test runners would give up.
  process.on("SIGINT", () => (process.stdin.isTTY && !isOurs) || child.kill("SIGTERM"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGTERM"));
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && callersOf(process.ppid) !== callers) child.kill("SIGTERM");
  }, 500);
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    if (signal && signal !== "SIGTERM" && signal !== "SIGINT") say(`Ended by ${signal}.`);
    process.exit(code ?? (signal === "SIGKILL" ? 137 : 1));
  });
}

/** The benchmarks run the product with the same. A young heap that grows no further keeps a large send's memory flat. */
function productOptions() {
  return JSON.parse(readFileSync(new URL("node-options.json", import.meta.url), "utf8"));
}

/** Who started us, and the npm behind it when that is only a shell: either may be killed outright. */
function callersOf(parent) {
  const path = `/proc/${parent}/stat`;
  if (!existsSync(path)) return String(parent);
  const [, command, grandparent] = /\((.*)\) \S (\d+)/s.exec(readFileSync(path, "utf8")) ?? [];
  return /^(ba|da)?sh$/.test(command) ? `${parent} ${grandparent}` : String(parent);
}

/** A quiet step is heard only when it fails. */
function step([command, ...args], env, manner) {
  const stdio = manner === "quiet" ? "pipe" : "inherit";
  const result = spawnSync(command, args, { stdio, env, maxBuffer: 64 * 1024 ** 2 });
  if (result.error) fail(`${command} could not be started: ${result.error.message}`);
  if (result.signal) process.exit(130);
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  fail(`\`${args.join(" ")}\` failed, see above.`);
}

function say(text) {
  process.stderr.write(` ${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
