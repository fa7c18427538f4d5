import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { roles } from "@/lib/domain/members/role";

const demoFile = z.object({
  url: z.string(),
  apiKey: z.string(),
  workspaceId: z.string(),
  logins: z.array(z.object({ role: z.enum(roles), email: z.string(), password: z.string() })),
});

export type Demo = z.infer<typeof demoFile>;

const pathOf = (dataFolder: string): string => join(dataFolder, "demo.json");

/** What the demo's seed gave away once; the database holds hashes only. */
export function readDemo(dataFolder: string): Demo | undefined {
  const path = pathOf(dataFolder);
  if (!existsSync(path)) return undefined;
  return demoFile.parse(JSON.parse(readFileSync(path, "utf8")));
}

export function writeDemo(dataFolder: string, demo: Demo): void {
  const path = pathOf(dataFolder);
  writeFileSync(path, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
}
