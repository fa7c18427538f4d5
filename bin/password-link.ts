import { database } from "@/db/client";
import { findUserByEmail } from "@/db/queries/system/accounts";
import { SystemScope } from "@/db/scope";
import { openPasswordReset } from "@/lib/domain/users/open-password-reset";
import { resetMinutes } from "@/lib/domain/users/password-reset";
import { foldEmail } from "@/lib/domain/users/user";
import { env, publicUrl } from "@/lib/platform/env";
import { readDemo } from "./start/demo-file";
import { openInstallation } from "./start/open-installation";

const [email] = process.argv.slice(2);
if (!email) {
  console.error("Whose? npm run password-link -- ayse@example.com");
  process.exit(2);
}

const installation = await openInstallation();
try {
  const system = SystemScope.mint(database());
  const user = await findUserByEmail(system, foldEmail(email));
  if (user) {
    console.log(`A new password for ${user.email}, once, within ${resetMinutes} minutes:`);
    const publicOrigin = env().PUSHPILOT_PUBLIC_URL ?? readDemo(installation.dataFolder)?.url ?? publicUrl();
    console.log(`  ${await openPasswordReset(system, user, { now: new Date(), publicOrigin })}`);
  } else {
    console.error(`There is no account for ${email}.`);
    process.exitCode = 1;
  }
} finally {
  await installation.close();
}
