import { database } from "@/db/client";
import { SystemScope } from "@/db/scope";
import { resealSecrets } from "@/lib/domain/providers/credentials/reseal-secrets";
import { openInstallation } from "./start/open-installation";

const installation = await openInstallation();
try {
  const { resealed, current, unreadable } = await resealSecrets(SystemScope.mint(database()));
  console.log(`${resealed} sealed anew with the present secret, ${current} were already.`);
  for (const place of unreadable) console.error(`No secret opens ${place}.`);
  if (unreadable.length === 0)
    console.log("PUSHPILOT_FORMER_SECRETS is needed for links in old mails alone.");
  else process.exitCode = 1;
} finally {
  await installation.close();
}
