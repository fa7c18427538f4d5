import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { channels } from "@/lib/domain/channels/channel";

const ageSecondsMax = 300;

export const sandboxReceiptSchema = z.object({
  id: z.string(),
  type: z.enum(["delivered", "failed", "complaint", "reply"]),
  workspaceId: z.string(),
  channel: z.enum(channels),
  /** The recipient of the message; for a reply, who wrote it. */
  to: z.string(),
  providerMessageId: z.string().optional(),
  code: z.string().optional(),
  text: z.string().optional(),
  occurredAt: z.iso.datetime(),
});

export type SandboxReceipt = z.infer<typeof sandboxReceiptSchema>;

/** Headers of the Standard Webhooks scheme. */
export function signReceipt(id: string, body: string, secret: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${toSignature(id, timestamp, body, secret)}`,
  };
}

/** True for an unchanged body signed with the secret at most five minutes ago. Replays are told by `webhook-id`. */
export function isReceiptAuthentic(headers: Headers, body: string, secret: string, now: number): boolean {
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  if (!(Math.abs(now / 1000 - Number(timestamp)) <= ageSecondsMax)) return false;
  const expected = Buffer.from(`v1,${toSignature(id, timestamp, body, secret)}`);
  const given = Buffer.from(headers.get("webhook-signature") ?? "");
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function toSignature(id: string, timestamp: string, body: string, secret: string): string {
  return createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
}
