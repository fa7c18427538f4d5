import { isDatabaseAway } from "@/db/database-away";
import { type AppError, type ErrorCode, internal, isAppError, unavailable } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { snakeCase } from "@/lib/platform/snake-case";
import { translateParams, translateProblem } from "./language/problem-language";
import { originFrom } from "./origin-from";

/** About as long as a database takes to recover. */
const retryAfterSeconds = 3;

export const statusOfCode: Record<ErrorCode, number> = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  plan_limit_reached: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  invalid_state: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  unprocessable: 422,
  rate_limited: 429,
  provider_unavailable: 503,
  unavailable: 503,
  internal: 500,
};

const titleOfCode: Record<ErrorCode, string> = {
  invalid_request: "Invalid request",
  unauthenticated: "Not signed in",
  forbidden: "Not allowed",
  plan_limit_reached: "Plan limit reached",
  not_found: "Not found",
  method_not_allowed: "Method not allowed",
  conflict: "Conflict",
  invalid_state: "Not possible in this state",
  payload_too_large: "Payload too large",
  unsupported_media_type: "Unsupported media type",
  unprocessable: "Cannot be accepted",
  rate_limited: "Too many requests",
  provider_unavailable: "Provider unavailable",
  unavailable: "Out of reach for the moment",
  internal: "Internal error",
};

/** The only place where an error becomes a response. Unknown errors keep their text to the log. */
export function toProblem(error: unknown, requestId: string, acceptLanguage: string | null): Response {
  const known = isAppError(error) ? error : classify(error);
  if (known.code === "internal" || known.code === "unavailable")
    log.error("request.failed", { requestId, error: known.cause ?? known });
  const status = statusOfCode[known.code];
  return new Response(JSON.stringify(problemBody(known, status, requestId, acceptLanguage)), {
    status,
    headers: problemHeaders(known),
  });
}

const classify = (error: unknown): AppError =>
  isDatabaseAway(error) ? unavailable(retryAfterSeconds, error) : internal(error);

/** The same for a request that no `route()` stands around. */
export const problemFor = ({ headers }: { headers: Headers }, error: unknown): Response =>
  toProblem(error, originFrom(headers).requestId, headers.get("accept-language"));

function problemBody(error: AppError, status: number, requestId: string, acceptLanguage: string | null) {
  const { errors, ...details } = error.details;
  return {
    type: `/docs/errors#${error.code}`,
    title: titleOfCode[error.code],
    status,
    detail: translateProblem(error, acceptLanguage),
    instance: requestId,
    code: error.code,
    ...(errors && errors.length > 0 ? { errors: translateParams(error.details, acceptLanguage) } : {}),
    ...snakeKeys(details),
  };
}

function problemHeaders(error: AppError): Headers {
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  const retryAfter = error.details.retryAfterSeconds;
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (error.code === "method_not_allowed")
    headers.set("allow", String(error.details.allowed).replaceAll(",", ", "));
  if (error.code === "unauthenticated") headers.set("www-authenticate", "Bearer");
  return headers;
}

function snakeKeys(details: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [snakeCase(key), value]));
}
