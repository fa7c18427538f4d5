import { createHash } from "node:crypto";
import postgres from "postgres";

const name = "pushpilot";

/**
 * Makes the product's own role and database when they are missing and gives their URL. The role owns its tables
 * but is no superuser, so that forced row-level security holds for it.
 */
export async function prepareDatabase(superuserUrl: string): Promise<string> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  const password = createHash("sha256")
    .update(`${superuserUrl.split("@")[0]}:role`)
    .digest("base64url");
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${name}`;
    if (!role) await sql.unsafe(`create role ${name} login password '${password}' nosuperuser nobypassrls`);
    const [existing] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!existing) await sql.unsafe(`create database ${name} owner ${name}`);
  } finally {
    await sql.end();
  }
  const url = new URL(superuserUrl);
  url.username = name;
  url.password = password;
  url.pathname = `/${name}`;
  return url.href;
}
