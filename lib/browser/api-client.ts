import { z } from "zod";
import type { InvalidParam } from "@/lib/platform/errors";
import type { BodyOf, Contract, ParamsOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";
import { randomId } from "./random-id";

export type Problem = {
  status: number;
  code: string;
  detail: string;
  instance: string;
  reason?: string;
  errors?: InvalidParam[];
  [key: string]: unknown;
};

/** What the API refused, in the person's language. `problem.errors` names the fields. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

type Given<K extends string, V> = [V] extends [undefined] ? { [key in K]?: undefined } : { [key in K]: V };

type Optionally<K extends string, V> = [V] extends [undefined]
  ? { [key in K]?: undefined }
  : { [key in K]?: V };

export type ApiInput<C extends Contract> = Given<"params", ParamsOf<C>> &
  Optionally<"query", QueryOf<C>> &
  Given<"body", BodyOf<C>> & {
    /** Slug of the workspace that the page is about; absent for endpoints without one. */
    workspace?: string;
    signal?: AbortSignal;
    /** Give the same key again when the person retries the same act. */
    idempotencyKey?: string;
  };

/** Calls an endpoint as its contract says: camelCase values and Dates in, the same out. */
export async function callApi<C extends Contract>(contract: C, input: ApiInput<C>): Promise<ResultOf<C>> {
  return readResult(contract, await ask(contract, input, acceptOf(contract)));
}

/** Sends what a person wrote letter by letter, so that a refusal speaks of their own lines. */
export async function sendText<C extends Contract>(
  contract: C,
  { text, ...input }: Omit<ApiInput<C>, "body"> & { text: string },
): Promise<ResultOf<C>> {
  return readResult(contract, await ask(contract, input, acceptOf(contract), text));
}

const acceptOf = ({ responseType = "application/json" }: Contract): string => responseType;

async function readResult<C extends Contract>(contract: C, response: Response): Promise<ResultOf<C>> {
  if (!contract.response) return undefined as ResultOf<C>;
  return z.decode(contract.response, await response.json()) as ResultOf<C>;
}

/** What an endpoint answers with a file. */
export async function fetchFile<C extends Contract>(contract: C, input: ApiInput<C>): Promise<Blob> {
  return (await ask(contract, input, "*/*")).blob();
}

type Asked = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  workspace?: string;
  signal?: AbortSignal;
  idempotencyKey?: string;
};

async function ask(contract: Contract, input: Asked, accept: string, text?: string): Promise<Response> {
  const response = await fetch(urlOf(contract, input), {
    method: contract.method,
    headers: headersOf(contract, input, accept),
    signal: input.signal ?? null,
    body: contract.body ? (text ?? JSON.stringify(z.encode(contract.body, input.body))) : null,
  });
  if (!response.ok) throw new ApiError(await readProblem(response));
  return response;
}

/** The address of an endpoint. */
export function urlOf(contract: Contract, input: { params?: unknown; query?: unknown }): string {
  const params = contract.params ? (z.encode(contract.params, input.params) as Record<string, string>) : {};
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const query =
    contract.query && input.query ? (z.encode(contract.query, input.query) as Record<string, string>) : {};
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}

export function headersOf(
  contract: Contract,
  input: { workspace?: string; idempotencyKey?: string },
  accept: string,
): Headers {
  const headers = new Headers({
    accept,
    "accept-language": document.documentElement.lang,
  });
  if (contract.body) headers.set("content-type", contract.bodyType ?? "application/json");
  if (input.workspace) headers.set("x-workspace-id", input.workspace);
  if (contract.idempotent) headers.set("idempotency-key", input.idempotencyKey ?? randomId());
  return headers;
}

async function readProblem(response: Response): Promise<Problem> {
  const isProblem = response.headers.get("content-type")?.includes("problem+json");
  if (isProblem) return (await response.json()) as Problem;
  return { status: response.status, code: "internal", detail: response.statusText, instance: "" };
}
