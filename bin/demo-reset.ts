import "@/bin/start/check-settings";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { database } from "@/db/client";
import { deleteDemo } from "@/db/seed/delete-demo";
import { publicUrl } from "@/lib/platform/env";
import { readDemo } from "./start/demo-file";
import { ensureDemo } from "./start/ensure-demo";
import { openInstallation } from "./start/open-installation";

const installation = await openInstallation();
const url = readDemo(installation.dataFolder)?.url ?? publicUrl();
await deleteDemo(database());
rmSync(join(installation.dataFolder, "demo.json"), { force: true });
const demo = await ensureDemo(database(), { dataFolder: installation.dataFolder, url });
await installation.close();

console.log("The demo is as new. Logins and API key:");
for (const { role, email, password } of demo?.logins ?? [])
  console.log(`  ${role.padEnd(8)} ${email}  ${password}`);
console.log(`  API key  ${demo?.apiKey ?? "none: this database has accounts of its own"}`);
