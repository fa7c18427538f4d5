import type { Sql } from "@/db/client";
import { hashPassword } from "@/lib/platform/auth/password";
import type { DemoCredentials } from "./demo-credentials";
import { demoPeople } from "./demo-workspaces";

/** For a demo whose passwords were lost: the database holds hashes only. */
export async function renewDemoPasswords(sql: Sql, credentials: DemoCredentials): Promise<void> {
  for (const { email, password } of credentials.logins) {
    const person = demoPeople.find((one) => one.email === email);
    if (!person) continue;
    const hash = await hashPassword(password);
    await sql`
      update users set password_hash = ${hash}, session_epoch = session_epoch + 1 where id = ${person.id}`;
  }
}
