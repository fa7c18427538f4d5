import type { Contract } from "../contract";

const preflightSeconds = 86_400;
const headersAllowed = "authorization, content-type, idempotency-key";
const headersExposed = "x-request-id, ratelimit, ratelimit-policy, retry-after, idempotent-replayed";

/** What a page of another site may ask before it asks: of these addresses everything, for no cookie ever goes along. */
export function preflight({ method }: Contract, origin: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...originHeaders(origin),
      "access-control-allow-methods": method,
      "access-control-allow-headers": headersAllowed,
      "access-control-max-age": String(preflightSeconds),
    },
  });
}

/** Lets the page read the answer, refusals too. */
export function allowOrigin({ browsers }: Contract, request: Request, response: Response): void {
  const origin = request.headers.get("origin");
  if (!browsers || origin === null) return;
  for (const [name, value] of Object.entries(originHeaders(origin))) response.headers.set(name, value);
  response.headers.set("access-control-expose-headers", headersExposed);
}

const originHeaders = (origin: string) => ({ "access-control-allow-origin": origin, vary: "origin" });
