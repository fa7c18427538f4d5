import { recordReceipt } from "@/lib/domain/deliveries/record-receipt";
import { purposeKey } from "@/lib/platform/auth/secrets";
import { contextOfHook } from "@/lib/platform/context/hook-context";
import { readText } from "@/lib/platform/http/input/parse-request";
import { isReceiptAuthentic, sandboxReceiptSchema } from "@/lib/providers/sandbox/sandbox-receipt";

const bodyBytesMax = 64 * 1024;

/** Receipts and replies of the sandbox, in the shape of the Standard Webhooks scheme. */
export async function POST(request: Request): Promise<Response> {
  const body = await readText(request, bodyBytesMax).catch(() => undefined);
  const secret = purposeKey("receipts").toString("base64url");
  if (body === undefined || !isReceiptAuthentic(request.headers, body, secret, Date.now())) {
    return new Response(null, { status: 401 });
  }
  const { workspaceId, occurredAt, ...receipt } = sandboxReceiptSchema.parse(JSON.parse(body));
  const ctx = await contextOfHook("sandbox", workspaceId);
  if (!ctx) return new Response(null, { status: 404 });
  await recordReceipt(ctx, { ...receipt, occurredAt: new Date(occurredAt) });
  return new Response(null, { status: 204 });
}
