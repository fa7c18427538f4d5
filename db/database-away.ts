const driverCodes = ["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "CONNECTION_ENDED", "CONNECT_TIMEOUT"];
/** Starting, stopping, recovering, or without a connection to spare. */
const serverCodes = ["57P01", "57P02", "57P03", "53300"];
const socketCodes = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND"];

/** Whether a query failed only because the database was not there for it: the same query may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  if (driverCodes.includes(error.code) || serverCodes.includes(error.code)) return true;
  // The driver notes its query on the errors of its sockets; other sockets are not the database's.
  return socketCodes.includes(error.code) && "query" in error;
}

/** Postgres understood the statement and said no; connections, resources and shutdowns are not meant. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !("severity" in error) || !("code" in error)) return false;
  return !/^(08|53|57|40)/.test(String(error.code));
}

/** Whether the same work may succeed in a moment: the database was away, short of something, or chose between two callers. */
export const isPassing = (error: unknown): boolean =>
  isDatabaseAway(error) ||
  (error instanceof Error &&
    "severity" in error &&
    "code" in error &&
    /^(08|40|53)/.test(String(error.code)));
