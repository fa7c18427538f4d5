import { contracts } from "@/lib/contracts/registry";
import { buildOpenApi } from "@/lib/platform/http/openapi/openapi-document";

let document: string | undefined;

export async function GET(): Promise<Response> {
  document ??= JSON.stringify(buildOpenApi(contracts));
  return new Response(document, {
    headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
  });
}
