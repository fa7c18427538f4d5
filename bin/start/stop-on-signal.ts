import { log } from "@/lib/platform/log";

type Part = { name: string; stop: () => Promise<void> | void };

const patienceMillis = 25_000;
const secondSignalAfterMillis = 1_500;

/**
 * Stops the parts one after another at the first signal, each even when an earlier one fails. npm and the terminal
 * both pass a Ctrl-C on, so only a signal that comes clearly later means "at once".
 */
export function stopOnSignal(parts: Part[]): void {
  let askedAt: number | undefined;
  const stop = async () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > secondSignalAfterMillis) process.exit(1);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => process.exit(1), patienceMillis).unref();
    process.exit(await stopAll(parts));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
}

/** The exit code: 0 when everything stopped cleanly. */
async function stopAll(parts: Part[]): Promise<number> {
  let code = 0;
  for (const { name, stop } of parts) {
    try {
      await stop();
    } catch (error) {
      code = 1;
      log.error("stop.failed", { part: name, error });
    }
  }
  return code;
}
