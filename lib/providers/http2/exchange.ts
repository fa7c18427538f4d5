import type { IncomingHttpHeaders } from "node:http2";

export type PoolAnswer =
  | { kind: "answered"; status: number; headers: IncomingHttpHeaders; body: string }
  /** The peer certainly did not process the request. */
  | { kind: "unsent"; code: string }
  /** The request was written and no complete answer came. */
  | { kind: "unanswered"; code: string };

/** Header names and values in turn, pseudo-headers first; shared by many requests, never changed. */
export type RawHeaders = readonly string[];

/** One request from `post` to its answer, over as many streams as the peer refuses. */
export type Exchange = {
  readonly headers: RawHeaders;
  readonly body: string | Buffer;
  readonly signal: AbortSignal;
  readonly deadlineAt: number;
  readonly settle: (answer: PoolAnswer) => void;
  refusals: number;
};
