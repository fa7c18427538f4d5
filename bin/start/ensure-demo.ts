import type { Sql } from "@/db/client";
import { newDemoCredentials } from "@/db/seed/demo-credentials";
import { renewDemoPasswords } from "@/db/seed/renew-demo-passwords";
import { seedDemo } from "@/db/seed/seed-demo";
import { toWireId } from "@/lib/contracts/wire/ids";
import { env } from "@/lib/platform/env";
import { type Demo, readDemo, writeDemo } from "./demo-file";

/** Fills an empty database with the demo, once, and gives the credentials that open it. */
export async function ensureDemo(
  sql: Sql,
  { dataFolder, url }: { dataFolder: string; url: string },
): Promise<Demo | undefined> {
  if (!env().PUSHPILOT_DEMO) return undefined;
  const known = readDemo(dataFolder);
  const credentials = known ?? newDemoCredentials();
  // Written first: a start that is killed half-way must not leave a demo whose passwords nobody knows.
  const keep = (workspaceId: string): Demo => {
    const demo = { url, apiKey: credentials.apiKey, workspaceId, logins: credentials.logins };
    writeDemo(dataFolder, demo);
    return demo;
  };
  if (!known) keep("");
  const seeded = await seedDemo(sql, { credentials, now: new Date() });
  if (!seeded) return undefined;
  if (!known) await renewDemoPasswords(sql, credentials);
  return keep(toWireId("workspace", seeded.workspaceId));
}
