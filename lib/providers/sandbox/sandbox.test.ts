import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AppPushMessage, SmsMessage } from "@/lib/domain/providers/message-port";
import { createTransport } from "@/lib/providers/registry";
import {
  isReceiptAuthentic,
  type SandboxReceipt,
  sandboxReceiptSchema,
  signReceipt,
} from "./sandbox-receipt";
import { CountingTable } from "./server/counting-table";
import { Ledger } from "./server/ledger";
import { findBehaviour } from "./server/recipient-faults";
import { type RunningSandbox, startSandbox } from "./server/start-sandbox";

const never = new AbortController().signal;
const receiptSecret = "receipt-secret";
let sandbox: RunningSandbox;
let product: Server;
let received: { receipt: SandboxReceipt; isAuthentic: boolean }[] = [];
let unsubscribed: string[] = [];
let refusals = 0;

beforeAll(async () => {
  product = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      if (refusals-- > 0) return response.writeHead(503).end();
      if (request.url === "/u/token") unsubscribed.push(`${request.method} ${body}`);
      else {
        const headers = new Headers(request.headers as Record<string, string>);
        const isAuthentic = isReceiptAuthentic(headers, body, receiptSecret, Date.now());
        received.push({ receipt: sandboxReceiptSchema.parse(JSON.parse(body)), isAuthentic });
      }
      return response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => product.listen(0, "127.0.0.1", resolve));
  sandbox = await startSandbox({
    receiptUrl: `${getProductUrl()}/api/hooks/sandbox`,
    receiptSecret,
    receiptDelayMillis: 5,
  });
});
afterAll(async () => {
  await sandbox.close();
  product.close();
});
beforeEach(async () => {
  received = [];
  unsubscribed = [];
  refusals = 0;
  await post("/_/reset", {});
});

function getProductUrl(): string {
  return `http://127.0.0.1:${(product.address() as AddressInfo).port}`;
}

function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(sandbox.url + path, { method: "POST", body: JSON.stringify(body), headers });
}

async function read(path: string) {
  return (await fetch(sandbox.url + path)).json();
}

const base = { idempotencyKey: "run-1", collapseKey: "run-1", ttlSeconds: 60, priority: "normal" } as const;

async function sendSms(...numbers: string[]): Promise<void> {
  const transport = createTransport("sandbox", "sms", { workspaceId: "w1" }, { sandboxUrl: sandbox.url });
  const messages = numbers.map((to): SmsMessage => ({ ...base, channel: "sms", to, text: "Merhaba" }));
  await transport.send(messages, never);
  await transport.close();
}

async function sendPush(changes: Partial<AppPushMessage>[]): Promise<void> {
  const transport = createTransport(
    "sandbox",
    "app_push",
    { workspaceId: "w1" },
    { sandboxUrl: sandbox.url },
  );
  const message: AppPushMessage = { ...base, channel: "app_push", token: "phone", title: "T", body: "B" };
  for (const change of changes) await transport.sendOne({ ...message, ...change }, never);
  await transport.close();
}

test("signed receipts come for SMS: delivered, failed later, and a STOP", async () => {
  await sendSms("+905321001234", "+905321003003", "+905321007867");
  await expect.poll(() => received.length).toBe(3);
  expect(received.every(({ isAuthentic }) => isAuthentic)).toBe(true);
  const by = Object.fromEntries(received.map(({ receipt }) => [receipt.to, receipt]));
  expect(by["+905321001234"]).toMatchObject({ type: "delivered", channel: "sms", workspaceId: "w1" });
  expect(by["+905321003003"]).toMatchObject({ type: "failed", code: "30003" });
  expect(by["+905321007867"]).toMatchObject({ type: "reply", text: "STOP" });
  const { requests } = await read("/_/messages?workspace=w1&to=%2B905321001234");
  expect(by["+905321001234"]?.providerMessageId).toBe(requests[0].providerMessageId);
});

test("a receipt the product could not take comes again, with the same id", async () => {
  refusals = 2;
  await sendSms("+905321001234");
  await expect.poll(() => received.length).toBe(1);
});

test("a receipt that was changed, is old or signed by another is not authentic", () => {
  const now = Date.now();
  const headers = new Headers(signReceipt("id-1", "body", receiptSecret, now));
  expect(isReceiptAuthentic(headers, "body", receiptSecret, now)).toBe(true);
  expect(isReceiptAuthentic(headers, "body ", receiptSecret, now)).toBe(false);
  expect(isReceiptAuthentic(headers, "body", "other-secret", now)).toBe(false);
  expect(isReceiptAuthentic(headers, "body", receiptSecret, now + 301_000)).toBe(false);
  expect(isReceiptAuthentic(new Headers(), "body", receiptSecret, now)).toBe(false);
});

test("mail to unsub@ presses the one-click button; complaint@ and dsn@ report back", async () => {
  const options = { sandboxUrl: sandbox.url, sandboxSmtpUrl: sandbox.smtpUrl };
  const transport = createTransport("sandbox", "email", { workspaceId: "w1" }, options);
  const mail = { ...base, channel: "email", subject: "S", text: "T" } as const;
  const unsubscribeUrl = `${getProductUrl()}/u/token`;
  const foreign = "http://127.0.0.1:1/u/token";
  await transport.send(
    [
      { ...mail, to: { address: "unsub@example.com" }, unsubscribeUrl },
      { ...mail, to: { address: "unsub+2@example.com" }, unsubscribeUrl: foreign },
      { ...mail, to: { address: "complaint@example.com" } },
      { ...mail, to: { address: "dsn@example.com" } },
      { ...mail, to: { address: "ayse@example.com" } },
    ],
    never,
  );
  await expect
    .poll(() => received.map(({ receipt }) => receipt.type).sort())
    .toEqual(["complaint", "failed"]);
  await expect.poll(() => unsubscribed).toEqual(["POST List-Unsubscribe=One-Click"]);
  await transport.close();
});

test("a later message takes over the slot of an earlier one, and both stay in the list of requests", async () => {
  await sendPush([
    { idempotencyKey: "run-1", collapseKey: "cart", body: "first" },
    { idempotencyKey: "run-2", collapseKey: "cart", body: "second" },
    { idempotencyKey: "run-3", collapseKey: "news", body: "other" },
  ]);
  const { requests, shown } = await read("/_/messages?workspace=w1&to=phone");
  expect(requests).toHaveLength(3);
  expect(shown).toMatchObject([
    { content: { message: { notification: { body: "other" } } }, replaced: 0 },
    { content: { message: { notification: { body: "second" } } }, replaced: 1 },
  ]);
  expect(await read("/_/stats?workspace=w1")).toEqual({
    asked: 3,
    accepted: 3,
    refused: {},
    devices: 1,
    messages: 3,
    askedAgain: 0,
    shown: 2,
    shownTwice: 0,
  });
});

test("workspaces are kept apart, and one can be reset alone", async () => {
  await sendPush([{}]);
  const other = createTransport("sandbox", "app_push", { workspaceId: "w2" }, { sandboxUrl: sandbox.url });
  await other.sendOne({ ...base, channel: "app_push", token: "phone", title: "T", body: "B" }, never);
  await other.close();
  expect((await read("/_/messages?workspace=w2")).requests).toHaveLength(1);
  await post("/_/reset", { workspace: "w1" });
  expect((await read("/_/messages")).requests).toMatchObject([{ workspaceId: "w2" }]);
  expect(Object.keys((await read("/_/stats")).workspaces)).toEqual(["w2"]);
});

test("an account can only write as itself", async () => {
  const send = (authorization: string) =>
    post("/fcm/v1/projects/sandbox-w1/messages:send", { message: { token: "x" } }, { authorization });
  expect((await send("Bearer ya29.invented")).status).toBe(401);
  expect((await send("")).status).toBe(401);
  expect((await post("/channels/sms/messages", {}, { authorization: "Bearer sandbox_w1_bad" })).status).toBe(
    401,
  );
});

/** An image or a link on a page carries no Origin. */
const browsers: Record<string, string>[] = [
  { origin: "null" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
];

test("pages in a browser cannot reach the sandbox's own API", async () => {
  expect((await post("/_/reset", {}, { origin: "https://evil.example" })).status).toBe(403);
  for (const headers of browsers)
    expect((await fetch(`${sandbox.url}/_/stats`, { headers })).status).toBe(403);
  for (const site of ["none", "same-origin"]) {
    const typed = await fetch(`${sandbox.url}/_/stats`, { headers: { "sec-fetch-site": site } });
    expect(typed.status).toBe(200);
  }
});

test("another name for this machine does not reach the sandbox's own API", async () => {
  for (const host of [
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example:80",
    "0.0.0.0",
    "[::2]",
  ]) {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(sandbox.url);
      request({ port, host: "127.0.0.1", path: "/_/stats", headers: { host } }, (answer) =>
        resolve(answer.resume().statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect(status, host).toBe(403);
  }
});

test("no address that is made up makes the sandbox stumble", async () => {
  const headers = { authorization: "Bearer sandbox_w1_secret" };
  for (const channel of ["toString", "__proto__", "constructor", "fax"])
    expect((await post(`/channels/${channel}/messages`, {}, headers)).status).toBe(404);
  const account = {
    client_email: "a@sandbox-w1.iam.gserviceaccount.com",
    public_key: "-----BEGIN PUBLIC KEY-----",
  };
  expect((await post("/_/accounts", account)).status).toBe(400);
});

test("malformed requests are named, not swallowed", async () => {
  const unknown = await post("/_/scenario", { p42: 1 });
  expect(unknown.status).toBe(400);
  expect(await unknown.text()).toContain("p42");
  expect((await fetch(`${sandbox.url}/_/messages?limit=0`)).status).toBe(400);
  expect((await fetch(`${sandbox.url}/_/nothing`)).status).toBe(404);
});

test("the quota lets exactly its number through and says how long to wait", async () => {
  await post("/_/scenario", { quota: { requests: 50, windowMillis: 60_000 } });
  const transport = createTransport(
    "sandbox",
    "app_push",
    { workspaceId: "w1" },
    { sandboxUrl: sandbox.url },
  );
  const message: AppPushMessage = { ...base, channel: "app_push", token: "phone", title: "T", body: "B" };
  const outcomes = await transport.send(Array(80).fill(message), never);
  const throttled = outcomes.filter((outcome) => outcome.kind === "throttled");
  expect(throttled).toHaveLength(30);
  expect(throttled[0]).toMatchObject({ scope: "account", retryAfterMillis: expect.any(Number) });
  await transport.close();
});

test("random tokens and names do not trip over fault words", () => {
  expect(findBehaviour("app_push", "cXgone7Aflakyb:APA91bslowhang")).toBeUndefined();
  expect(findBehaviour("email", "mehmet.spamci@example.com")).toBeUndefined();
  expect(findBehaviour("email", "ayse@bounce.example.com")).toBeUndefined();
  expect(findBehaviour("app_push", "device-gone-7")).toMatchObject({ fault: "gone" });
  expect(findBehaviour("email", "bounce+ayse@example.com")).toMatchObject({ fault: "gone" });
});

test("the counting table counts every key, through every growth", () => {
  const table = new CountingTable();
  for (let round = 1; round <= 2; round += 1)
    for (let number = 0; number < 50_000; number += 1)
      expect(table.add(`device-${number}`) === round).toBe(true);
  expect(table.size).toBe(50_000);
});

test("the ledger keeps the newest within its bounds and the counts of all", () => {
  const ledger = new Ledger({ retainedMax: 100, retainedBytesMax: 5000, countsDevices: true });
  for (let number = 0; number < 1000; number += 1) {
    const address = `device-${number}`;
    const entry = { workspaceId: "w", channel: "app_push", to: address, identity: address } as const;
    ledger.append({ ...entry, content: "x".repeat(100), result: "accepted" });
  }
  const retained = [...ledger.retained()];
  expect(retained).toHaveLength(50);
  expect(retained[0]?.to).toBe("device-999");
  expect(ledger.getStats("w")).toMatchObject({ accepted: 1000, devices: 1000 });
});
