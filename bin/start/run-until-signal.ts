import { log } from "@/lib/platform/log";
import { StartRefusal } from "./start-refusal";

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
  let isAsked = false;
  let isImpatient = false;
  const starting = Promise.withResolvers<void>();

  const end = async (exitCode: number) => {
    if (isImpatient) process.exit(1);
    if (isAsked) return;
    isAsked = true;
    if (exitCode === 0) announce();
    // Signals that had to wait for a busy loop are heard before the immediate.
    setTimeout(() => setImmediate(() => (isImpatient = true)), secondSignalAfterMillis).unref();
    setTimeout(() => process.exit(1), patienceMillis).unref();
    await starting.promise;
    const areAllStopped = await stopAll(parts.toReversed());
    process.exit(areAllStopped ? exitCode : 1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, () => void end(0));

  try {
    await start((name, stop) => {
      parts.push({ name, stop });
      if (isAsked) throw new StartEnded();
    });
    starting.resolve();
  } catch (error) {
    starting.resolve();
    if (!(error instanceof StartEnded)) complain(error);
    if (!isAsked) await end(1);
  }
}

function announce(): void {
  // Whoever signalled may have taken the terminal along, which is no reason to stop halfway.
  process.stdout.on("error", () => undefined);
  process.stdout.write("\n PushPilot is stopping; a second Ctrl-C ends it at once.\n");
}

function complain(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`\n PushPilot could not start: ${text}\n\n`);
  if (!(error instanceof StartRefusal)) log.error("start.failed", { error });
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
