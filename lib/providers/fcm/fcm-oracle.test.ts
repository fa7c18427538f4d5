import { Agent } from "node:https";
import { connect } from "node:net";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { getMessaging, type TokenMessage } from "firebase-admin/messaging";
import { beforeEach, expect, test } from "vitest";
import type { AppPushMessage, Transport } from "@/lib/domain/providers/message-port";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { createTransport } from "@/lib/providers/registry";
import { sandboxCredentials } from "@/lib/providers/sandbox/sandbox-credentials";
import { AccessTokens } from "./access-token";

const workspaceId = "fcm-workspace";
const never = new AbortController().signal;
const sandbox = useSandbox();

beforeEach(() => sandbox.post("/_/reset"));

function open(): Transport<AppPushMessage> {
  return createTransport("sandbox", "app_push", { workspaceId }, { sandboxUrl: sandbox.url });
}

function toMessage(number: number): AppPushMessage {
  return {
    channel: "app_push",
    idempotencyKey: `run-${number}`,
    collapseKey: `cmp-${number}`,
    ttlSeconds: 86_400,
    priority: "high",
    token: `device-${number}`,
    title: "Merhaba Ahmet",
    body: "Sepetinizdeki ürün tükeniyor",
  };
}

const full: AppPushMessage = {
  ...toMessage(1),
  subtitle: "Yalnız bugün",
  imageUrl: "https://cdn.example.com/a.png",
  iconUrl: "https://cdn.example.com/i.png",
  badgeUrl: "https://cdn.example.com/b.png",
  clickUrl: "https://example.com/cart",
  actions: [{ id: "open", title: "Sepete Git" }],
  requireInteraction: true,
  data: { campaign_id: "c1" },
  androidChannelId: "offers",
  color: "#ff0000",
  sound: "default",
  badgeCount: 3,
  analyticsLabel: "c1",
};

/** The same message in firebase-admin's own vocabulary. */
const sdkMessage: Omit<TokenMessage, "apns"> & { apns: NonNullable<TokenMessage["apns"]> } = {
  token: full.token,
  notification: { title: full.title, body: full.body, imageUrl: "https://cdn.example.com/a.png" },
  data: { campaign_id: "c1", deep_link: "https://example.com/cart", pushpilot_id: "run-1" },
  android: {
    priority: "high",
    ttl: 86_400_000,
    collapseKey: "cmp-1",
    notification: { tag: "cmp-1", channelId: "offers", color: "#ff0000", sound: "default" },
  },
  apns: {
    headers: { "apns-priority": "10", "apns-collapse-id": "cmp-1" },
    payload: {
      aps: {
        alert: { title: full.title, subtitle: "Yalnız bugün", body: full.body },
        badge: 3,
        sound: "default",
        category: "open",
        mutableContent: true,
      },
    },
    fcmOptions: { imageUrl: "https://cdn.example.com/a.png" },
  },
  webpush: {
    headers: { TTL: "86400", Urgency: "high", Topic: "cmp-1" },
    notification: {
      icon: "https://cdn.example.com/i.png",
      badge: "https://cdn.example.com/b.png",
      image: "https://cdn.example.com/a.png",
      tag: "cmp-1",
      requireInteraction: true,
      actions: [{ action: "open", title: "Sepete Git" }],
    },
    fcmOptions: { link: "https://example.com/cart" },
  },
  fcmOptions: { analyticsLabel: "c1" },
};

class PlainAgent extends Agent {
  override createConnection() {
    const { hostname, port } = new URL(sandbox.url);
    return connect({ host: hostname, port: Number(port) });
  }
}

async function sendWithSdk(message: TokenMessage): Promise<string> {
  const { account, tokenUrl } = sandboxCredentials(workspaceId, sandbox.url).appPush;
  const token = await new AccessTokens(account, tokenUrl).renew();
  if ("kind" in token) throw new Error(token.detail);
  const app = initializeApp(
    {
      projectId: account.projectId,
      credential: { getAccessToken: async () => ({ access_token: token.value, expires_in: 3600 }) },
      httpAgent: new PlainAgent(),
    },
    "oracle",
  );
  const messaging = getMessaging(app);
  messaging.enableLegacyHttpTransport();
  try {
    return await messaging.send(message);
  } finally {
    await deleteApp(app);
  }
}

/** Proto3 JSON knows both spellings, and "86400s" may be written in several ways. */
function normalise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => {
    const snake = /^[a-z]+[A-Z]/.test(name)
      ? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      : name;
    return [snake, normalise(part)] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test("our request equals firebase-admin's for the same message", async () => {
  const expiry = Math.floor(Date.now() / 1000) + 86_400;
  await sendWithSdk({
    ...sdkMessage,
    apns: { ...sdkMessage.apns, headers: { ...sdkMessage.apns.headers, "apns-expiration": String(expiry) } },
  });
  const transport = open();
  expect(await transport.sendOne(full, never)).toMatchObject({ kind: "accepted" });
  await transport.close();
  const { requests } = await sandbox.readMessages({ workspace: workspaceId });
  const [ours, theirs] = requests.map(({ content }) => JSON.stringify(normalise(content)));
  const masked = (text = "") => text.replace(/"apns-expiration":"\d+"/, '"apns-expiration":"later"');
  expect(JSON.parse(masked(ours))).toEqual(JSON.parse(masked(theirs)));
});

test("firebase-admin's own client reads the sandbox's answers", async () => {
  await expect(sendWithSdk({ token: "device-1", notification: { title: "x" } })).resolves.toMatch(
    /^projects\//,
  );
  await expect(sendWithSdk({ token: "device-gone" })).rejects.toMatchObject({
    code: "messaging/registration-token-not-registered",
  });
  await expect(sendWithSdk({ token: "device-reject" })).rejects.toMatchObject({
    code: "messaging/invalid-argument",
  });
});
