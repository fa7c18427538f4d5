import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { env } from "@/lib/platform/env";

const root = () => resolve(env().PUSHPILOT_DATA, "uploads");

/** Where a workspace's passing file lies. `name` is one of ours, never a person's. */
export function spoolPath(workspaceId: string, name: string): string {
  if (!/^[\w-]+(\.[\w-]+)*$/.test(name)) throw new Error(`"${name}" is not a spool name.`);
  return join(root(), workspaceId, name);
}

export async function prepareSpool(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
}

export async function removeFromSpool(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** Removes the files of a workspace whose names begin with `prefix`. */
export async function removeFromSpoolByPrefix(workspaceId: string, prefix: string): Promise<void> {
  const folder = join(root(), workspaceId);
  const names = await readdir(folder).catch(() => []);
  const mine = names.filter((name) => name.startsWith(prefix));
  await Promise.all(mine.map((name) => removeFromSpool(join(folder, name))));
}

export async function removeSpoolOf(workspaceId: string): Promise<void> {
  await rm(join(root(), workspaceId), { recursive: true, force: true });
}

/** Removes what nobody has written to since `before`: the remains of broken uploads. */
export async function removeStaleFromSpool(before: Date): Promise<void> {
  const folders = await readdir(root()).catch(() => []);
  for (const folder of folders) {
    const names = await readdir(join(root(), folder)).catch(() => []);
    for (const name of names) {
      const path = join(root(), folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && found.mtime < before) await removeFromSpool(path);
    }
  }
}
