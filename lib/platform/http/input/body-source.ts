import type { IncomingMessage } from "node:http";

const arrivals = new WeakMap<Request, IncomingMessage>();

/** For a request that was made without its body: where `bodyOf` finds it. */
export function noteArrival(request: Request, req: IncomingMessage): void {
  arrivals.set(request, req);
}

/**
 * The pieces of a body, read from the socket where there is one: a web stream in between costs as much as all other
 * reading. Who stops early can still answer: what is left is then thrown away.
 */
export function bodyOf(request: Request): AsyncIterable<Uint8Array> | null {
  const arrival = arrivals.get(request);
  return arrival ? piecesOf(arrival) : request.body;
}

async function* piecesOf(req: IncomingMessage): AsyncIterable<Uint8Array> {
  try {
    yield* req.iterator({ destroyOnReturn: false });
  } finally {
    req.resume();
  }
}
