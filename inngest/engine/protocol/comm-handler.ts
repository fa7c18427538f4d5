import { type Inngest, InngestCommHandler, type InngestFunction } from "inngest";
import { z } from "zod";
import type { SdkRequest } from "./request";

export type SdkResponse = { status: number; headers: Record<string, string>; body: string };

export type CommHandler = {
  execute(request: SdkRequest): Promise<SdkResponse>;
  /** The registration the SDK would hand to a server. */
  describe(): Promise<unknown[]>;
};

/** As for a persistent worker: nothing outside cuts a request short. */
const runtimeMillisMax = 300_000;
const syncUrl = "http://embedded.invalid/api/inngest";
const registration = z.object({ functions: z.array(z.unknown()) });

type Incoming = SdkRequest & { method: "POST" | "PUT" };

/** The SDK's own handler, called with plain objects. It checks no signature, so it must never be served. */
export function createCommHandler(
  client: Inngest.Any,
  functions: readonly InngestFunction.Like[],
): CommHandler {
  const handle = new InngestCommHandler<[Incoming], SdkResponse>({
    frameworkName: "pushpilot-embedded",
    client,
    functions,
    skipSignatureValidation: true,
    defaultMaxRuntime: runtimeMillisMax,
    handler: (incoming) => ({
      method: () => incoming.method,
      url: () => incoming.url,
      headers: (name) => incoming.headers[name.toLowerCase()] ?? null,
      body: () => incoming.body,
      transformResponse: ({ status, headers, body }) => ({ status, headers, body }),
    }),
  }).createHandler();
  return {
    execute: (request) => handle({ ...request, method: "POST" }),
    describe: async () => {
      const url = new URL(syncUrl);
      const headers = { host: url.host, "x-inngest-sync-kind": "in_band" };
      const response = await handle({ method: "PUT", url, headers, body: { url: syncUrl } });
      if (response.status !== 200)
        throw new Error(`The SDK refused to describe its functions: ${response.body}`);
      return registration.parse(JSON.parse(response.body)).functions;
    },
  };
}
