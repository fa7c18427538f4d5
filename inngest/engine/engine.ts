import type { Inngest, InngestFunction } from "inngest";
import type { Sql } from "@/db/client";
import { createCommHandler } from "./protocol/comm-handler";
import { findTransport } from "./protocol/embedded-client";
import type { GoFirst } from "./runs/engine-context";
import { startExecutor } from "./start-executor";
import { startRelay } from "./start-relay";
import { type EngineLog, type Timings, timingsDefault } from "./timings";

export type EngineOptions = {
  sql: Sql;
  functions: readonly InngestFunction.Like[];
  client: Inngest.Any;
  /** Requests this process executes at once. */
  concurrency: number;
  log: EngineLog;
  timings?: Partial<Timings>;
  /** Each pass that takes work in or claims it runs in this. */
  goFirst?: GoFirst;
};

export type Engine = {
  /** Lets executing steps end, hands the rest of the work to other processes, and resolves. */
  stop(): Promise<void>;
};

/**
 * Runs the functions in this process when the client is an embedded one; with a client of a real server it only
 * relays the outbox there. Any number of processes may do this on one database.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const timings = { ...timingsDefault, ...options.timings };
  const { client, functions } = options;
  const transport = findTransport(client);
  if (!transport) return startRelay({ ...options, timings });
  const comm = createCommHandler(client, functions);
  return startExecutor({ ...options, timings, transport, comm, appId: client.id });
}
