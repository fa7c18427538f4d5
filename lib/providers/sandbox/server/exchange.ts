import type { LinkFault, Verdict } from "./sandbox";

export type SandboxRequest = {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
};

export type SandboxReply = {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON; absent: no body. */
  body?: unknown;
  delayMillis?: number;
  link?: LinkFault;
  goawayEvery?: number;
};

const silentReply: SandboxReply = { status: 0 };

/** Puts what the verdict says about time and the network onto the provider's answer. */
export function underVerdict(verdict: Verdict, reply: SandboxReply): SandboxReply {
  if (verdict.kind === "silence") return { ...silentReply, link: verdict.link };
  const link = verdict.kind === "accept" ? verdict.link : undefined;
  return { ...reply, delayMillis: verdict.delayMillis, link, goawayEvery: verdict.goawayEvery };
}

export function getHeader(request: SandboxRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}
