// Plain JavaScript without dependencies: it runs on whatever Node the machine has, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";

const needsBuild = process.argv[2] === "--build";
const [program, ...programArguments] = process.argv.slice(needsBuild ? 3 : 2);

install();
const node = findNode();
if (needsBuild) build();
if (program) run(program, programArguments);

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

function build() {
  const stamp = "dist/build-stamp";
  const sources = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources && existsSync(".next/BUILD_ID")) return;
  say("Building (once for each version; takes a minute) …");
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist");
  const env = { ...process.env, NODE_ENV: "production" };
  step([node, "--import", "tsx", "bin/bundle.ts"], env);
  step([node, "node_modules/next/dist/bin/next", "build"], env);
  writeFileSync(stamp, sources);
}

/** What the build is made from, by content, and where it lies: Next writes absolute paths into its output. */
function sourcesHash() {
  const hash = createHash("sha256").update(`${root}\0${process.platform}-${process.arch}\0`);
  const folders = ["app", "components", "db", "i18n", "inngest", "lib", "messages", "public"];
  const files = readdirSync(".").filter((name) => /\.(ts|json)$/.test(name) && !name.startsWith("."));
  const isGenerated = (name) => name === "next-env.d.ts" || name === "package.json";
  for (const path of [...files.filter((name) => !isGenerated(name)), ...folders.flatMap(walk)].sort()) {
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

/** Runs the program in place of this one; its end is ours, and it does not outlive the npm that started us. */
function run(path, args) {
  const isSource = path.endsWith(".ts");
  const env = { ...process.env };
  if (path.startsWith("dist/")) env.NODE_ENV = "production";
  const child = spawn(node, [...(isSource ? ["--import", "tsx"] : ["--enable-source-maps"]), path, ...args], {
    stdio: "inherit",
    env,
  });
  // A terminal's Ctrl-C reaches the child by itself; a signal that somebody sends to us alone does not.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGTERM"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGTERM"));
  const callers = callersOf(process.ppid);
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && callersOf(process.ppid) !== callers) child.kill("SIGTERM");
  }, 500);
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    if (signal && signal !== "SIGTERM" && signal !== "SIGINT") say(`Ended by ${signal}.`);
    process.exit(code ?? (signal === "SIGKILL" ? 137 : 1));
  });
}

/** The shell that started us and the npm behind it, where the system tells: either may be killed outright. */
function callersOf(parent) {
  const path = `/proc/${parent}/stat`;
  if (!existsSync(path)) return String(parent);
  return `${parent} ${readFileSync(path, "utf8").split(") ").at(-1).split(" ")[1]}`;
}

function step([command, ...args], env) {
  const result = spawnSync(command, args, { stdio: "inherit", env });
  if (result.error) fail(`${command} could not be started: ${result.error.message}`);
  if (result.signal) process.exit(130);
  if (result.status !== 0) fail(`\`${args.join(" ")}\` failed, see above.`);
}

function say(text) {
  process.stderr.write(` ${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
