import { log } from "@/lib/platform/log";

type Part = { name: string; stop: () => Promise<void> | void };

/** Says how to stop what was just started; the last one started is the first to stop. */
export type OnStop = (name: string, stop: Part["stop"]) => void;

const patienceMillis = 25_000;
const secondSignalAfterMillis = 1_500;

/** Breaks off a start that somebody has ended. */
class StartEnded extends Error {}

/**
 * Runs the start, and stops what it started at the first signal, also in the middle of it; when the start fails or
 * whoever started us is gone, too. npm and the terminal both pass a Ctrl-C on, so only a signal that comes clearly
 * later means "at once".
 */
export async function runUntilSignal(start: (onStop: OnStop) => Promise<void>): Promise<void> {
  const parts: Part[] = [];
  let askedAt: number | undefined;
  const starting = Promise.withResolvers<void>();

  const end = async (exitCode: number) => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > secondSignalAfterMillis) process.exit(1);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => process.exit(1), patienceMillis).unref();
    await starting.promise;
    const areAllStopped = await stopAll(parts.toReversed());
    process.exit(areAllStopped ? exitCode : 1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, () => void end(0));

  try {
    await start((name, stop) => {
      parts.push({ name, stop });
      if (askedAt !== undefined) throw new StartEnded();
    });
    starting.resolve();
  } catch (error) {
    starting.resolve();
    if (!(error instanceof StartEnded)) complain(error);
    await end(1);
  }
}

function complain(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`\n PushPilot could not start: ${text}\n`);
  log.error("start.failed", { error });
}

/** Each part, even when an earlier one fails. */
async function stopAll(parts: Part[]): Promise<boolean> {
  let areAllStopped = true;
  for (const { name, stop } of parts) {
    try {
      await stop();
    } catch (error) {
      areAllStopped = false;
      log.error("stop.failed", { part: name, error });
    }
  }
  return areAllStopped;
}
