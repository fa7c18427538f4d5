import { z } from "zod";
import { database } from "@/db/client";
import type { UserIdentity } from "@/db/queries/system/identity";
import { type Origin, originsOf, type WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { forbidden } from "@/lib/platform/errors";
import { callerNetwork } from "@/lib/platform/http/caller-network";
import { log } from "@/lib/platform/log";
import { authenticateUser, authenticateWorkspace, workspaceAsked } from "./authenticate";
import type { BodyOf, Contract, ParamsOf, QueryOf, ResultOf } from "./contract";
import { allowOrigin } from "./door/cors";
import { runOnce } from "./idempotency/run-once";
import { type AlsoWrong, parseBody, parseParams, parseQuery } from "./input/parse-request";
import { takeRequest } from "./limits/rate-limit";
import { originFrom } from "./origin-from";
import { toProblem } from "./problem";

export type HandlerInput<C extends Contract> = {
  params: ParamsOf<C>;
  query: QueryOf<C>;
  body: BodyOf<C>;
  request: Request;
  /** Added to the response, e.g. `Location`. */
  headers: Headers;
} & { ctx: WorkspaceContext; user: UserIdentity; origin: Origin };

/** Gives what the contract's response says; nothing where it says nothing. */
type Result<C extends Contract> = [ResultOf<C>] extends [undefined] ? unknown : ResultOf<C>;

type Work<C extends Contract> = (input: HandlerInput<C>) => Promise<Result<C> | Response>;

type Segment = { params: Promise<Record<string, string> | undefined> };

export type RouteHandler = {
  (request: Request, segment: Segment): Promise<Response>;
  /** What it answers: the hot lane mounts by it, and the tests walk it. */
  contract: Contract;
};

/**
 * Everything an endpoint does around its verb, in this order: request id, who asks, workspace, permission, rate
 * limit, size-limited parse, the verb, the answer through the contract, problem+json, one log line.
 */
export function route<C extends Contract>(contract: C, work: Work<C>, alsoWrong?: AlsoWrong): RouteHandler {
  const handle = async (request: Request, segment: Segment) => {
    const startedAt = performance.now();
    const origin = originFrom(request.headers);
    // Next gives no params at all to a path without parameters.
    const params = (await segment.params) ?? {};
    const response = await answer(contract, work, request, params, origin, alsoWrong).catch(
      (error: unknown) => toProblem(error, origin.requestId, request.headers.get("accept-language")),
    );
    response.headers.set("x-request-id", origin.requestId);
    allowOrigin(contract, request, response);
    log.info("request", {
      requestId: origin.requestId,
      method: contract.method,
      path: contract.path,
      status: response.status,
      millis: Math.round((performance.now() - startedAt) * 10) / 10,
    });
    return response;
  };
  return Object.assign(handle, { contract });
}

async function answer<C extends Contract>(
  contract: C,
  work: Work<C>,
  request: Request,
  rawParams: Record<string, string>,
  origin: Origin,
  alsoWrong: AlsoWrong | undefined,
): Promise<Response> {
  const sql = database();
  const caller = await identify(contract, request, rawParams, origin);
  const limits = await takeRequest(sql, contract.rateClass ?? "default", callerKey(caller, origin));
  const params = parseParams(contract, rawParams);
  const query = parseQuery(contract, request);
  const { body, text } = await parseBody(contract, request, alsoWrong);
  const headers = new Headers(limits);
  const respond = async (request: Request) => {
    const input = { ...caller, params, query, body, request, headers, origin } as HandlerInput<C>;
    return toResponse(contract, await work(input), headers);
  };
  if (contract.idempotent !== true || !caller.ctx) return respond(request);
  const bodyText = contract.rawBody ? undefined : text;
  const { scope } = caller.ctx;
  return runOnce({ scope, request, bodyText, isSecret: contract.showsSecret ?? false }, respond);
}

async function identify(
  contract: Contract,
  request: Request,
  params: Record<string, string>,
  origin: Origin,
) {
  const { access } = contract;
  if (access === "public") return {} as Partial<{ ctx: WorkspaceContext; user: UserIdentity }>;
  if (access === "user") return { user: await authenticateUser(database(), request) };
  const ctx = await authenticateWorkspace(database(), {
    request,
    origin,
    workspace: workspaceAsked(request, params),
  });
  if (originsOf(ctx.actor) && !contract.browsers) throw secretKeyRequired();
  ctx.require(access.permission);
  return { ctx };
}

/** What stands in a page does only what pages are meant to, whatever its scopes say. */
const secretKeyRequired = () =>
  forbidden("A publishable key cannot do this. Call it from your server, with a secret key.", {
    reason: "secret_key_required",
  });

function callerKey(caller: { ctx?: WorkspaceContext; user?: UserIdentity }, origin: Origin): string {
  if (caller.ctx) return `${caller.ctx.workspaceId}:${caller.ctx.actor.id}`;
  return caller.user?.id ?? callerNetwork(origin.ip);
}

function toResponse(contract: Contract, result: unknown, headers: Headers): Response {
  if (result instanceof Response) {
    for (const [name, value] of headers) if (!result.headers.has(name)) result.headers.set(name, value);
    return result;
  }
  headers.set("cache-control", "no-store");
  if (!contract.response) return new Response(null, { status: contract.status, headers });
  headers.set("content-type", contract.responseType ?? "application/json");
  return new Response(JSON.stringify(z.encode(contract.response, result)), {
    status: contract.status,
    headers,
  });
}
