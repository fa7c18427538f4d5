import postgres from "postgres";
import { env } from "@/lib/platform/env";

export type Sql = postgres.Sql;
export type TransactionSql = postgres.TransactionSql;
/** A part of a statement, built apart and nested with `${…}`. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;

export type ClientOptions = { poolMax?: number; applicationName?: string };

/** Columns are snake_case in SQL and camelCase in TypeScript; jsonb keys stay as they are. */
export function connect(url: string, options: ClientOptions = {}): Sql {
  return postgres(url, {
    max: options.poolMax ?? 10,
    idle_timeout: 60,
    connect_timeout: 5,
    // A database that comes back is found within a second; the driver would wait up to twenty.
    backoff: (retries) => Math.min(retries / 10, 1),
    transform: { column: { from: postgres.toCamel } },
    // Days begin where a query says, never where the server happens to stand.
    connection: { application_name: options.applicationName ?? "pushpilot", TimeZone: "UTC" },
    onnotice: () => undefined,
    // A calendar date has no time zone, so it must not become an instant.
    types: { calendarDate: { to: 1082, from: [1082], serialize: String, parse: String } },
  });
}

const slot = Symbol.for("pushpilot.database");
type Holder = { [slot]?: Sql };

/** The process' pool. Next bundles and server.ts hold separate module instances, so it lives on globalThis. */
export function database(): Sql {
  const holder = globalThis as Holder;
  if (!holder[slot]) {
    const url = env().DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set. `npm start` sets it for the embedded Postgres.");
    holder[slot] = connect(url, { poolMax: env().PUSHPILOT_DATABASE_POOL });
  }
  return holder[slot];
}

/** Chooses the process' pool: `npm start` and tests do, before anything asks for it. */
export function chooseDatabase(sql: Sql): void {
  (globalThis as Holder)[slot] = sql;
}
