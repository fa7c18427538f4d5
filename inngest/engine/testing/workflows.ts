import type { Inngest, InngestFunction } from "inngest";
import { useTestDatabase } from "@/db/testing/database";
import { useRemoteServer } from "./remote-server";
import { useEngine } from "./use-engine";

export type Define = (client: Inngest) => InngestFunction.Like[];
export type SentEvent = { name: string; data?: Record<string, unknown>; id?: string; ts?: Date; v?: string };
export type EndedRun = { id: string; status: string; output: unknown; error: unknown };

/** What behaviours need of whatever runs the functions. */
export type Workflows = {
  start(define: Define, options?: { concurrency?: number }): Promise<{ stop(): Promise<void> }>;
  send(...events: SentEvent[]): Promise<void>;
  /** Runs of a function by its own id, oldest first. */
  runs(functionId: string): Promise<EndedRun[]>;
  /** Waits until so many runs of a function have ended, and gives all of it. */
  ended(functionId: string, count?: number): Promise<EndedRun[]>;
  /** How a function is called where its app is named as well. */
  fullId(functionId: string): string;
};

/** The embedded engine, or with `INNGEST_BASE_URL` a real server that calls this process over HTTP. */
export function useWorkflows(): Workflows {
  const {
    INNGEST_BASE_URL: baseUrl,
    INNGEST_EVENT_KEY: eventKey,
    INNGEST_SIGNING_KEY: signingKey,
    PUSHPILOT_LOOPBACK,
  } = process.env;
  if (baseUrl && eventKey && signingKey) {
    const isLoopback = PUSHPILOT_LOOPBACK === "yes";
    return useRemoteServer({ baseUrl, eventKey, signingKey, isLoopback });
  }
  return useEngine(useTestDatabase());
}
