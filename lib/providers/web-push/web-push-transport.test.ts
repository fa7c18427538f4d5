import { Agent } from "node:https";
import { connect } from "node:net";
import { beforeEach, expect, test } from "vitest";
import webPush from "web-push";
import type { Transport, WebPushMessage } from "@/lib/domain/providers/message-port";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { createTransport } from "@/lib/providers/registry";
import { sandboxCredentials } from "@/lib/providers/sandbox/sandbox-credentials";
import { findPushEndpoint } from "./push-endpoint";
import { generateVapidKeys, VapidHeaders, webPushCredentialsSchema } from "./vapid";
import { toWebPushOutcome } from "./web-push-outcome";
import { createWebPushTransport } from "./web-push-transport";

const workspaceId = "wp";
const never = new AbortController().signal;
const sandbox = useSandbox();

beforeEach(() => sandbox.post("/_/reset"));

type Subscription = WebPushMessage["subscription"];

async function mint(extra: object = {}): Promise<Subscription> {
  const asked = { workspace: workspaceId, channel: "web_push", ...extra };
  const { subscriptions } = await sandbox.post<{ subscriptions: Subscription[] }>("/_/subscriptions", asked);
  const [subscription] = subscriptions;
  if (!subscription) throw new Error("nothing minted");
  return subscription;
}

const getRequests = async () => (await sandbox.readMessages({})).requests;

function open(): Transport<WebPushMessage> {
  return createTransport("sandbox", "web_push", { workspaceId }, { sandboxUrl: sandbox.url });
}

function toMessage(subscription: Subscription): WebPushMessage {
  return {
    channel: "web_push",
    idempotencyKey: "run-1",
    collapseKey: "cart",
    ttlSeconds: 60,
    priority: "high",
    subscription,
    title: "Merhaba",
    body: "Sepetinizdeki ürün tükeniyor 🛒",
  };
}

test("the browser's keys open what we send, byte for byte", async () => {
  const transport = open();
  expect(await transport.sendOne(toMessage(await mint()), never)).toMatchObject({ kind: "accepted" });
  expect(await getRequests()).toMatchObject([
    {
      result: "accepted",
      content: { title: "Merhaba", body: "Sepetinizdeki ürün tükeniyor 🛒", tag: "cart" },
    },
  ]);
  await transport.close();
});

test("the web-push library's own client drives the sandbox", async () => {
  const { vapidPublicKey: publicKey, vapidPrivateKey: privateKey } = generateVapidKeys();
  const { endpoint, p256dh, auth } = await mint();
  class PlainAgent extends Agent {
    override createConnection() {
      return connect({ host: "127.0.0.1", port: Number(new URL(sandbox.url).port) });
    }
  }
  const options = { TTL: 60, topic: "cart", urgency: "high" as const, agent: new PlainAgent() };
  const subscription = { endpoint, keys: { p256dh, auth } };
  const details = webPush.generateRequestDetails(subscription, "hello", {
    ...options,
    // The library signs for the https origin it believes in; the sandbox is plain http.
    vapidDetails: { subject: "mailto:a@example.com", publicKey, privateKey },
  });
  const sent = await webPush.sendNotification(subscription, "hello from the library", {
    ...options,
    vapidDetails: { subject: "mailto:a@example.com", publicKey, privateKey },
  });
  expect(sent.statusCode).toBe(201);
  expect(await getRequests()).toMatchObject([{ result: "accepted", content: "hello from the library" }]);
  expect(
    Object.keys(details.headers)
      .map((name) => name.toLowerCase())
      .sort(),
  ).toEqual(
    ["authorization", "content-encoding", "content-length", "content-type", "topic", "ttl", "urgency"].sort(),
  );
});

test("a subscription made with another VAPID key is lost, not a configuration error", async () => {
  const subscription = await mint({ vapidPublicKey: generateVapidKeys().vapidPublicKey });
  const transport = open();
  expect(await transport.sendOne(toMessage(subscription), never)).toMatchObject({
    kind: "recipient_gone",
    code: "vapid_key_mismatch",
  });
  const { vapidPublicKey } = sandboxCredentials(workspaceId, sandbox.url).webPush;
  expect(await transport.sendOne(toMessage(await mint({ vapidPublicKey })), never)).toMatchObject({
    kind: "accepted",
  });
  await transport.close();
});

test("endpoints saved while the sandbox listened elsewhere still reach it, and real ones never leave", async () => {
  const subscription = await mint();
  const moved = { ...subscription, endpoint: subscription.endpoint.replace(/:\d+/, ":1") };
  const real = { ...subscription, endpoint: "https://updates.push.services.mozilla.com/wpush/v1/gAAAA" };
  const transport = open();
  const outcomes = await transport.send([toMessage(moved), toMessage(real)], never);
  expect(outcomes).toMatchObject([{ kind: "accepted" }, { kind: "accepted" }]);
  expect(await getRequests()).toHaveLength(2);
  await transport.close();
});

test("unusable keys of a subscription make that recipient gone", async () => {
  const transport = open();
  const broken = { ...(await mint()), p256dh: "AAAA" };
  expect(await transport.sendOne(toMessage(broken), never)).toMatchObject({
    kind: "recipient_gone",
    code: "keys_invalid",
  });
  await transport.close();
});

test.each([
  "http://fcm.googleapis.com/fcm/send/x",
  "https://fcm.googleapis.com.evil.example/x",
  "https://evil.example/fcm.googleapis.com",
  "https://notify.windows.com.evil.example/x",
  "https://evilnotify.windows.com/x",
  "https://fcm.googleapis.com:8443/x",
  "https://user:pw@fcm.googleapis.com/x",
  "https://fcm.googleapis.com@127.0.0.1/x",
  "https://127.0.0.1/x",
  "https://[::1]/x",
  "https://169.254.169.254/latest/meta-data",
  "https://localhost/x",
  "file:///etc/passwd",
  "gopher://127.0.0.1:6379/x",
  "//fcm.googleapis.com/x",
  "",
])("the endpoint %s is never written to", async (endpoint) => {
  const transport = createTransport("web_push", "web_push", {
    ...generateVapidKeys(),
    subject: "mailto:ops@example.com",
  });
  const message = toMessage({ ...(await mint()), endpoint });
  expect(await transport.sendOne(message, never)).toMatchObject({
    kind: "recipient_gone",
    code: "endpoint_not_allowed",
  });
  await transport.close();
});

test.each([
  "https://fcm.googleapis.com/fcm/send/abc:def",
  "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
  "https://wns2-by3p.notify.windows.com/w/?token=BQYA%3d",
  "https://web.push.apple.com/QGuQ",
])("%s is a push service", (endpoint) => {
  const url = new URL(endpoint);
  expect(findPushEndpoint(endpoint)).toEqual({ origin: url.origin, path: url.pathname + url.search });
});

test("even an allowed endpoint is not reached on a private address", async () => {
  const transport = createWebPushTransport({
    credentials: { ...generateVapidKeys(), subject: "mailto:ops@example.com" },
    findEndpoint: () => ({ origin: sandbox.url, path: "/wpush/v2/x" }),
    allowedOrigins: [],
    connectionsMax: 1,
    requestTimeoutMillis: 2000,
  });
  expect(await transport.sendOne(toMessage(await mint()), never)).toMatchObject({ code: "unsafe_address" });
  await transport.close();
});

test("one signature serves an origin for hours and is renewed before it expires", () => {
  const headers = new VapidHeaders({ ...generateVapidKeys(), subject: "mailto:ops@example.com" });
  const now = Date.now();
  const first = headers.get("https://a.example", now);
  expect(headers.get("https://a.example", now + 10 * 3600_000)).toBe(first);
  expect(headers.get("https://b.example", now)).not.toBe(first);
  expect(headers.get("https://a.example", now + 11.5 * 3600_000)).not.toBe(first);
});

test("keys that do not belong together are refused", () => {
  const mixed = {
    ...generateVapidKeys(),
    vapidPrivateKey: generateVapidKeys().vapidPrivateKey,
    subject: "mailto:a@b.co",
  };
  expect(webPushCredentialsSchema.safeParse(mixed).error?.issues[0]?.path).toEqual(["vapidPrivateKey"]);
});

test.each([
  [201, "accepted"],
  [404, "recipient_gone"],
  [410, "recipient_gone"],
  [400, "auth_or_config"],
  [401, "auth_or_config"],
  [403, "auth_or_config"],
  [406, "throttled"],
  [413, "content_rejected"],
  [429, "throttled"],
  [500, "transient"],
  [503, "transient"],
])("HTTP %i of a push service is %s", (status, kind) => {
  expect(toWebPushOutcome({ status, headers: {}, body: "" }, 0)).toMatchObject({ kind });
});
