import "./check-settings";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { database } from "@/db/client";
import { deleteDemo } from "@/db/seed/delete-demo";
import { publicUrl } from "@/lib/platform/env";
import { type Demo, readDemo } from "./demo-file";
import { ensureDemo } from "./ensure-demo";
import { openInstallation } from "./open-installation";

/** Nothing where the database has accounts of its own. */
export async function resetDemo(): Promise<Demo | undefined> {
  const installation = await openInstallation();
  try {
    const url = readDemo(installation.dataFolder)?.url ?? publicUrl();
    await deleteDemo(database());
    rmSync(join(installation.dataFolder, "demo.json"), { force: true });
    return await ensureDemo(database(), { dataFolder: installation.dataFolder, url });
  } finally {
    await installation.close();
  }
}
