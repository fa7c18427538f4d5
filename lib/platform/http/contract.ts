import type { z } from "zod";
import type { Permission } from "@/lib/domain/members/role";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/**
 * Who may call: anybody, a signed-in person (no workspace yet), or whoever holds the permission in the workspace
 * that the key, the `X-Workspace-ID` header or the path's `workspace_id` names.
 */
export type Access = "public" | "user" | { permission: Permission };

export type RateClass = "default" | "guessable";

type Schema = z.ZodType;

export type Contract<
  Params extends Schema | undefined = Schema | undefined,
  Query extends Schema | undefined = Schema | undefined,
  Body extends Schema | undefined = Schema | undefined,
  Response extends Schema | undefined = Schema | undefined,
> = {
  method: Method;
  /** With `{snake_case}` parameters, from the root: `/api/v1/campaigns/{campaign_id}`. */
  path: `/api/v1/${string}`;
  tag: string;
  summary: string;
  description?: string;
  access: Access;
  params?: Params;
  query?: Query;
  body?: Body;
  /** The verb reads the body itself, as a stream: files. Says which content types it takes. */
  rawBody?: readonly string[];
  /** Content type of a body that is JSON with a type of its own, `application/vnd.….+json`. */
  bodyType?: string;
  bodyBytesMax?: number;
  status: 200 | 201 | 202 | 204;
  /** Absent: no body (204), or the handler makes its own response. */
  response?: Response;
  /** Content type of a response that is not JSON, or JSON with a type of its own. */
  responseType?: string;
  /** The same method and address for other content types: by `Content-Type` where there is a body, else by `Accept`. */
  alternatives?: readonly Contract[];
  /** A repeat with the same `Idempotency-Key` gives the first answer again. `by_verb`: the verb keeps the key with what it did. */
  idempotent?: boolean | "by_verb";
  /** The answer shows a secret this once: it is kept for repeats, but encrypted. */
  showsSecret?: boolean;
  rateClass?: RateClass;
  /** Pages of other sites call it with a publishable key: CORS answers them. */
  browsers?: boolean;
};

/** `name` is the operation's, for API clients: `listContacts`. */
export type NamedContract = Contract & { name: string };

/** Keeps the exact schema types of a contract. */
export function defineContract<
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
  Response extends Schema | undefined = undefined,
>(contract: Contract<Params, Query, Body, Response>): Contract<Params, Query, Body, Response> {
  return contract;
}

type Output<S> = [NonNullable<S>] extends [never] ? undefined : z.output<NonNullable<S> & Schema>;

/** What a handler receives. */
export type ParamsOf<C extends Contract> = Output<C["params"]>;
export type QueryOf<C extends Contract> = Output<C["query"]>;
export type BodyOf<C extends Contract> = Output<C["body"]>;
/** What a handler returns; the wire form is made by the contract. */
export type ResultOf<C extends Contract> = Output<C["response"]>;
