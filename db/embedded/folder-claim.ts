import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

const askAgainMillis = 50;

export type Claim = { release: () => void };

/**
 * Takes `file` for this process, or gives the id of the living process that has it. What a killed process left
 * is taken over, also when its id has since been given to another.
 */
export function claim(file: string): Claim | { holder: number } {
  const own = identity(process.pid) ?? "";
  const draft = `${file}.${process.pid}`;
  for (;;) {
    writeFileSync(draft, own);
    try {
      // A link appears with its content, and only where there is none.
      linkSync(draft, file);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const holder = existsSync(file) ? readFileSync(file, "utf8") : "";
    const pid = Number.parseInt(holder, 10);
    if (pid > 0 && identity(pid) === holder) return { holder: pid };
    dropStale(file, holder);
  }
}

/** Runs `work` while no other process does for this file. */
export async function exclusively<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const taken = claim(file);
    if ("holder" in taken) {
      await delay(askAgainMillis);
      continue;
    }
    try {
      return await work();
    } finally {
      taken.release();
    }
  }
}

/** By renaming, which one of several who saw it can do; who moved a fresh one away puts it back. */
function dropStale(file: string, seen: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, "utf8") !== seen) linkSync(aside, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** A living process' id and, where the system tells, since when: ids are given again, in containers within seconds. */
function identity(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return `${pid}`;
  const [state, ...rest] = (readFileSync(path, "utf8").split(") ").at(-1) ?? "").split(" ");
  const startedAt = rest[18];
  return state === "Z" ? undefined : `${pid} ${startedAt}`;
}
