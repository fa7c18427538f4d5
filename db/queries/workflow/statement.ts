import type { Sql, TransactionSql } from "@/db/client";

/** A pool, or a transaction to take part in. */
export type Connection = Sql | TransactionSql;

/** Wakes every engine on this database. Delivered at commit; losing it costs one poll interval. */
export const wakeChannel = "workflow";

/**
 * Raw JSON from the database or the SDK, kept as text so that it is neither parsed nor changed on its way through.
 * In lists it travels as a string and is cast at its destination: `json_to_recordset` refuses a \\u0000 inside objects.
 */
export type JsonText = string;

/** Rows for `json_to_recordset(${…}::text::json)`: the driver would encode a json parameter a second time. */
export function jsonList(rows: readonly object[]): JsonText {
  return JSON.stringify(rows);
}

/** `jobs.blocked_by` of jobs whose function no deployment has. */
export const parkedKey = "unregistered";
