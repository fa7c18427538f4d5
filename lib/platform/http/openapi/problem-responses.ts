import type { Contract } from "../contract";

const meanings = {
  400: "A field is wrong or unknown; `errors` names it.",
  401: "No valid API key, access token or session.",
  403: "The role or key may not do this.",
  404: "There is nothing at this address, or it is not yours to see.",
  409: "Not possible in the present state, or a twin of this request is still running.",
  413: "The body is too large.",
  415: "The body is of a type that is not taken here; `accepted` lists those that are.",
  422: "Understood, but refused for what it says.",
  429: "Too many requests; wait for `Retry-After` seconds.",
  500: "Something went wrong on our side.",
} as const;

type ProblemStatus = keyof typeof meanings;

export const problemSchema = {
  type: "object",
  description: "RFC 9457. `code` is stable; `detail` is for people, in the language of `Accept-Language`.",
  required: ["type", "title", "status", "detail", "instance", "code"],
  properties: {
    type: { type: "string", examples: ["/docs/errors#invalid_request"] },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string", description: "The request id, also in `X-Request-Id`." },
    code: { type: "string", examples: ["invalid_request"] },
    reason: { type: "string", description: "Narrows the code." },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "code", "detail"],
        properties: {
          pointer: { type: "string", description: "Dotted path of the field." },
          code: { type: "string" },
          detail: { type: "string" },
        },
      },
    },
  },
};

/** Shared answers, by name. */
export function problemComponents(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(meanings).map(([status, description]) => [
      `Problem${status}`,
      {
        description,
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

/** The refusals this operation can give. */
export function problemResponses(contract: Contract): Record<string, { $ref: string }> {
  const hasBody = contract.body !== undefined || contract.rawBody !== undefined;
  const applies: Record<ProblemStatus, boolean> = {
    400: true,
    401: contract.access !== "public",
    403: contract.access !== "public",
    404: contract.params !== undefined,
    409: contract.method !== "GET",
    413: hasBody,
    415: contract.rawBody !== undefined,
    422: hasBody,
    429: true,
    500: true,
  };
  const statuses = Object.entries(applies).filter(([, isPossible]) => isPossible);
  return Object.fromEntries(
    statuses.map(([status]) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  );
}
