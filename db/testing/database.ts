import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { chooseDatabase, connect, type Sql } from "@/db/client";

export type TestDatabase = { readonly sql: Sql; readonly url: string };

/** A migrated, empty database of its own for the test file that calls it. */
export function useTestDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = new URL(inject("templateUrl"));
  url.pathname = `/${name}`;
  let sql: Sql | undefined;

  beforeAll(async () => {
    await asSuperuser(`create database ${name} template pushpilot owner pushpilot`);
    sql = connect(url.href);
    chooseDatabase(sql);
  });
  afterAll(async () => {
    await sql?.end({ timeout: 1 });
    await asSuperuser(`drop database ${name} with (force)`);
  });

  return {
    url: url.href,
    get sql() {
      if (!sql) throw new Error("The database exists from beforeAll on.");
      return sql;
    },
  };
}

async function asSuperuser(statement: string) {
  const sql = postgres(inject("superuserUrl"), { max: 1, onnotice: () => undefined });
  await sql.unsafe(statement);
  await sql.end();
}
