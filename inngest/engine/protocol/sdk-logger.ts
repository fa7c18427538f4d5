import type { Logger } from "inngest";
import type { EngineLog } from "../timings";

/** The SDK logs `(message)`, `(fields, message)` or `(message, ...details)`; the product logs one line with fields. */
export function createSdkLogger(log: EngineLog): Logger {
  const line =
    (write: EngineLog["info"]) =>
    (...args: unknown[]) => {
      const message = args.find((arg) => typeof arg === "string") ?? "sdk";
      const fields = args.find((arg) => typeof arg === "object" && arg !== null) ?? {};
      write("workflow.sdk", { message, ...fields });
    };
  return { debug: line(log.debug), info: line(log.info), warn: line(log.warn), error: line(log.error) };
}
