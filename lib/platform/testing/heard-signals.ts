import { beforeAll, beforeEach } from "vitest";
import type { Sql } from "@/db/client";
import { listenRealtime, type RealtimeSignal } from "@/db/queries/realtime";

/** What this test has been told so far, in the order of the commits. */
export function useHeardSignals(database: { readonly sql: Sql }): RealtimeSignal[] {
  const heard: RealtimeSignal[] = [];
  beforeAll(async () => {
    await listenRealtime(database.sql, {
      onSignal: (signal) => heard.push(signal),
      onListening: () => undefined,
    });
  });
  beforeEach(() => {
    heard.length = 0;
  });
  return heard;
}
