import { z } from "zod";
import type { Channel } from "@/lib/domain/channels/channel";
import { callSandbox } from "./call-sandbox";

const minted = z.object({
  subscriptions: z.tuple([
    z.union([
      z.object({ token: z.string() }),
      z.object({ endpoint: z.string(), p256dh: z.string(), auth: z.string() }),
    ]),
  ]),
});

const addresses: Record<Exclude<Channel, "app_push" | "web_push">, string> = {
  email: "test@sandbox.invalid",
  sms: "+905321001234",
  whatsapp: "+905321001234",
  telegram: "987654321",
  in_app: "sandbox-contact",
};

/** A device that exists only inside the sandbox and takes every message. */
export async function mintSandboxDevice(workspaceId: string, channel: Channel) {
  if (channel !== "app_push" && channel !== "web_push") return { address: addresses[channel], keys: null };
  const answer = await callSandbox("/_/subscriptions", {
    body: { workspace: workspaceId, channel, count: 1 },
  });
  const [device] = minted.parse(answer).subscriptions;
  if ("token" in device) return { address: device.token, keys: null };
  return { address: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } };
}
