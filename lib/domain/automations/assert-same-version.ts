import { conflict } from "@/lib/platform/errors";

/** Refuses a change to what somebody else has changed since it was read. */
export function assertSameVersion(row: { version: number }, version: number | undefined): void {
  if (version === undefined || version === row.version) return;
  throw conflict("Somebody changed this automation meanwhile. Load it again.", {
    reason: "stale_version",
    version: row.version,
  });
}
