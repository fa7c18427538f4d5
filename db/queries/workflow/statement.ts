import type { Sql, TransactionSql } from "@/db/client";

/** A pool, or a transaction to take part in. */
export type Connection = Sql | TransactionSql;

/** Wakes every engine on this database. Delivered at commit; losing it costs one poll interval. */
export const wakeChannel = "workflow";

export type WakeReason = "outbox" | "jobs" | "functions";

/** A json parameter of text that is already JSON: the driver would encode a string again. */
export function jsonList(rows: readonly object[]): string {
  return JSON.stringify(rows);
}

/** Raw JSON from the database or the SDK, kept as text so that it is neither parsed nor changed on its way through. */
export type JsonText = string;

/** Text of a JSON object whose `raw` members are JSON already. */
export function jsonRow(fields: object, raw: Record<string, JsonText | undefined>): JsonText {
  const parts = Object.entries(raw).flatMap(([key, value]) =>
    value === undefined ? [] : [`"${key}":${value}`],
  );
  const plain = JSON.stringify(fields).slice(1, -1);
  return `{${[plain, ...parts].filter((part) => part !== "").join(",")}}`;
}

/** `jobs.blocked_by` of jobs whose function no deployment has. */
export const parkedKey = "unregistered";
