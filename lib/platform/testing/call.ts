import type { RouteHandler } from "@/lib/platform/http/route";

export type Answer = { status: number; headers: Headers; body: Record<string, unknown>; text: string };

type Call = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Calls a route the way a server would: a real Request in, the real Response out. */
export async function call(
  handler: RouteHandler,
  who: string | Record<string, string>,
  { params = {}, query = {}, body, headers = {} }: Call = {},
): Promise<Answer> {
  const credentials: Record<string, string> =
    typeof who === "string" ? { authorization: `Bearer ${who}` } : who;
  const url = new URL(`http://localhost/test?${new URLSearchParams(query)}`);
  const request = new Request(url, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...credentials, ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : {}, text };
}
