const slot = Symbol.for("pushpilot.shutdown");
type Holder = { [slot]?: AbortController };

function controller(): AbortController {
  const holder = globalThis as Holder;
  holder[slot] ??= new AbortController();
  return holder[slot];
}

/** Aborted when the process is asked to stop: long work gives back what it holds and ends early. */
export const shutdownSignal = (): AbortSignal => controller().signal;

export const beginShutdown = (): void => controller().abort();
