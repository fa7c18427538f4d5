import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

export type ServerAccount = { uid: number; gid: number };

/** Postgres refuses to run as root; root hands it to an unprivileged account that every system has. */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const line =
    lines.find((entry) => entry.startsWith("postgres:")) ??
    lines.find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = (line ?? "").split(":");
  if (!uid || !gid)
    throw new Error("Running as root needs a `postgres` or `nobody` account. Set DATABASE_URL instead.");
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether an account without rights of its own may walk down to `path`. */
function isReachable(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Where the server may read its binaries: in place, or a copy when they lie below a private folder such as /root. */
export function readableBinaries(home: string, account: ServerAccount | undefined): string {
  if (!account || isReachable(home)) return home;
  const copy = join(
    "/var/tmp",
    `pushpilot-postgres-${statSync(join(home, "bin", "postgres")).mtimeMs.toFixed(0)}`,
  );
  if (!existsSync(join(copy, "bin", "postgres"))) cpSync(home, copy, { recursive: true });
  return copy;
}

/** The data folder, owned by the server's account; outside a private folder when it has to be. */
export function writableDataFolder(wanted: string, account: ServerAccount | undefined): string {
  const folder =
    account && !isReachable(dirname(wanted))
      ? join("/var/tmp", `pushpilot${resolve(wanted).replaceAll("/", "-")}`)
      : wanted;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}
