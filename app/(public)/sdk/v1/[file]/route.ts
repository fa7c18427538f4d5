import { readFile } from "node:fs/promises";
import { join } from "node:path";

type Segment = { params: Promise<{ file: string }> };

const files = ["pushpilot.js", "sw.js"];

/** What pages of other sites load; built with the product, changed with it. */
export async function GET(_request: Request, { params }: Segment): Promise<Response> {
  const { file } = await params;
  if (!files.includes(file)) return new Response(null, { status: 404 });
  const text = await readFile(join(process.cwd(), "dist/sdk/v1", file));
  return new Response(new Uint8Array(text), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
