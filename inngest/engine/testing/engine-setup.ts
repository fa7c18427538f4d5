import type { Inngest } from "inngest";
import { createEmbeddedClient } from "../protocol/embedded-client";
import { createSdkLogger } from "../protocol/sdk-logger";
import type { EngineLog, Timings } from "../timings";

/** Lets what takes minutes in production take moments. */
export const quickTimings: Partial<Timings> = {
  leaseMillis: 3_000,
  pollMillis: 150,
  drainMillis: 3_000,
  retryDelaysMillis: [30],
  retryJitterMillis: 0,
};

const none = () => undefined;
export const quietLog: EngineLog = { debug: none, info: none, warn: none, error: none };

export const testApp = "app";

export function createTestClient(): Inngest {
  return createEmbeddedClient({ id: testApp, logger: createSdkLogger(quietLog) });
}
