import { recordReceipt } from "@/lib/domain/deliveries/record-receipt";
import { purposeKey } from "@/lib/platform/auth/secrets";
import { contextOfHook } from "@/lib/platform/context/hook-context";
import { notFound, unauthenticated } from "@/lib/platform/errors";
import { parseInput, parseJson, readText } from "@/lib/platform/http/input/parse-request";
import { problemFor } from "@/lib/platform/http/problem";
import { isReceiptAuthentic, sandboxReceiptSchema } from "@/lib/providers/sandbox/sandbox-receipt";

const bodyBytesMax = 64 * 1024;

/** Receipts and replies of the sandbox, in the shape of the Standard Webhooks scheme. */
export async function POST(request: Request): Promise<Response> {
  try {
    await takeIn(request);
    return new Response(null, { status: 204 });
  } catch (error) {
    return problemFor(request, error);
  }
}

async function takeIn(request: Request): Promise<void> {
  const body = await readText(request, bodyBytesMax);
  const secret = purposeKey("receipts").toString("base64url");
  if (!isReceiptAuthentic(request.headers, body, secret, Date.now()))
    throw unauthenticated("This is not signed with the sandbox's secret, or too long ago.");
  const told = parseInput(sandboxReceiptSchema, parseJson(body), request);
  const { workspaceId, occurredAt, ...receipt } = told;
  const ctx = await contextOfHook("sandbox", workspaceId);
  if (!ctx) throw notFound();
  await recordReceipt(ctx, { ...receipt, occurredAt: new Date(occurredAt) });
}
