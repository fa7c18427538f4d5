export const errorCodes = [
  "invalid_request",
  "unauthenticated",
  "forbidden",
  "plan_limit_reached",
  "not_found",
  "method_not_allowed",
  "conflict",
  "invalid_state",
  "payload_too_large",
  "unsupported_media_type",
  "unprocessable",
  "rate_limited",
  "provider_unavailable",
  "unavailable",
  "internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One wrong field: `pointer` is a dotted path into the body, query or params. */
export type InvalidParam = {
  pointer: string;
  code: string;
  detail: string;
  /** What the sentence of the code speaks of, for other languages; not part of the answer. */
  values?: Record<string, string | number>;
};

export type ErrorDetails = {
  /** Stable machine word that narrows the code, e.g. `legacy_server_key`. */
  reason?: string;
  errors?: InvalidParam[];
  retryAfterSeconds?: number;
  [key: string]: unknown;
};

/** The one error type that crosses layers. `message` is safe to show to the caller. */
export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Structural check: the dashboard and the server bundle each carry their own copy of the class. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && "details" in error;
}

/** For whoever works without anybody waiting: what may pass by itself is tried again, what somebody must mend is not. */
const remedyOfCode: Record<ErrorCode, "try_again" | "mend"> = {
  invalid_request: "mend",
  unauthenticated: "mend",
  forbidden: "mend",
  plan_limit_reached: "mend",
  not_found: "mend",
  method_not_allowed: "mend",
  conflict: "try_again",
  invalid_state: "mend",
  payload_too_large: "mend",
  unsupported_media_type: "mend",
  unprocessable: "mend",
  rate_limited: "try_again",
  provider_unavailable: "try_again",
  unavailable: "try_again",
  internal: "try_again",
};

export const mayPass = ({ code }: AppError): boolean => remedyOfCode[code] === "try_again";

/** Names every wrong field; the body as a whole has the empty pointer. */
export function invalidRequest(message: string, errors: InvalidParam[], details: ErrorDetails = {}) {
  return new AppError("invalid_request", message, { ...details, errors });
}

export function invalidField(pointer: string, detail: string, code = "invalid") {
  return invalidRequest(detail, [{ pointer, code, detail }]);
}

export const unauthenticated = (message = "Sign in, or send a valid API key.", details: ErrorDetails = {}) =>
  new AppError("unauthenticated", message, details);

export const forbidden = (message: string, details: ErrorDetails = {}) =>
  new AppError("forbidden", message, details);

/** Identical for an absent and an invisible resource, so it never carries a reason. */
export const notFound = () =>
  new AppError("not_found", "There is nothing at this address, or it is not yours to see.");

export const methodNotAllowed = (method: string, allowed: readonly string[]) =>
  new AppError("method_not_allowed", `${method} does nothing here. There is: ${allowed.join(", ")}.`, {
    method,
    allowed,
  });

export const conflict = (message: string, details: ErrorDetails = {}) =>
  new AppError("conflict", message, details);

export const invalidState = (
  message: string,
  details: ErrorDetails & { from: string; allowed: readonly string[] },
) => new AppError("invalid_state", message, details);

export const payloadTooLarge = (bytesMax: number) =>
  new AppError("payload_too_large", `The body is larger than ${bytesMax} bytes.`, { bytesMax });

export const unsupportedMediaType = (contentType: string, accepted: readonly string[]) =>
  new AppError(
    "unsupported_media_type",
    `A body of the type ${contentType} is not taken here. Send it as ${accepted.join(" or ")}.`,
    { contentType, accepted },
  );

/** Well-formed, but refused for what it says; `errors` names the field and the remedy. */
export const unprocessable = (message: string, details: ErrorDetails = {}) =>
  new AppError("unprocessable", message, details);

export const rateLimited = (retryAfterSeconds: number) =>
  new AppError("rate_limited", `Too many requests. Try again in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  });

/** The installation itself is missing something for a moment, such as its database. */
export const unavailable = (retryAfterSeconds: number, cause: unknown) =>
  new AppError(
    "unavailable",
    `The database is out of reach for the moment. Try again in ${retryAfterSeconds} s.`,
    { retryAfterSeconds },
    { cause },
  );

export const internal = (cause: unknown) =>
  new AppError(
    "internal",
    "Something went wrong on our side. Quote the request id when you report it.",
    {},
    { cause },
  );
