import { createECDH, randomBytes } from "node:crypto";
import webPush from "web-push";
import type { WebPushMessage } from "@/lib/domain/providers/message-port";
import { newId } from "@/lib/platform/ids";
import { toFittingPayload } from "@/lib/providers/web-push/push-payload";
import { generateVapidKeys } from "@/lib/providers/web-push/vapid";
import { createWebPushTransport } from "@/lib/providers/web-push/web-push-transport";

type Work = { count: number };

const messages = Array.from({ length: 64 }, toMessage);

/** What the web-push package needs to encrypt as many payloads, one after the other. Gives the seconds it took. */
export async function encryptLoop({ count }: Work): Promise<number> {
  const payloads = messages.map((message) => toFittingPayload(message) ?? "");
  const startedAt = performance.now();
  for (let n = 0; n < count; n += 1) {
    const at = n % messages.length;
    const { p256dh, auth } = subscriptionOf(at);
    webPush.encrypt(p256dh, auth, payloads[at] ?? "", "aes128gcm");
  }
  return (performance.now() - startedAt) / 1_000;
}

const lanes = 64;
let open: { origin: string; transport: ReturnType<typeof createWebPushTransport> } | undefined;

/** The same payloads through the adapter to a push service that only says yes. */
export async function sendWebPush({ count, origin }: Work & { origin: string }): Promise<number> {
  if (open?.origin !== origin) {
    const credentials = { ...generateVapidKeys(), subject: "mailto:bench@example.com" };
    const findEndpoint = () => ({ origin, path: "/push" });
    const limits = { connectionsMax: lanes, requestTimeoutMillis: 30_000 };
    open = {
      origin,
      transport: createWebPushTransport({ credentials, findEndpoint, allowedOrigins: [origin], ...limits }),
    };
  }
  const { transport } = open;
  const { signal } = new AbortController();
  let left = count;
  const startedAt = performance.now();
  async function lane(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const message = messages[left % messages.length];
      const outcome = message && (await transport.sendOne(message, signal));
      if (outcome?.kind !== "accepted") throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return (performance.now() - startedAt) / 1_000;
}

const subscriptionOf = (at: number) => messages[at]?.subscription ?? { endpoint: "", p256dh: "", auth: "" };

function toMessage(): WebPushMessage {
  const browser = createECDH("prime256v1");
  return {
    channel: "web_push",
    idempotencyKey: newId(),
    ttlSeconds: 86_400,
    collapseKey: newId(),
    priority: "normal",
    title: "Merhaba Ayşe",
    body: "Sepetindeki ürünlerde bugün %20 indirim var, 1200 puanın seni bekliyor.",
    clickUrl: "https://example.com/cart",
    subscription: {
      endpoint: "https://push.example.com/push",
      p256dh: browser.generateKeys("base64url"),
      auth: randomBytes(16).toString("base64url"),
    },
  };
}
