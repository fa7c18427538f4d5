import { beforeEach, describe, expect, test } from "vitest";
import type { Message, MessageChannel, MessageOf, Transport } from "@/lib/domain/providers/message-port";
import type { Outcome, OutcomeKind } from "@/lib/domain/providers/outcome";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { createTransport } from "./registry";
import { testConnection } from "./test-connection";

const workspaceId = "0198f2bad00070008000000000000001";
const channels = ["app_push", "web_push", "email", "sms", "whatsapp", "telegram", "in_app"] as const;
const never = new AbortController().signal;

const sandbox = useSandbox();
let count = 0;

beforeEach(() => sandbox.post("/_/reset"));

function open<C extends MessageChannel>(channel: C, requestTimeoutMillis = 10_000): Transport<MessageOf<C>> {
  const options = { sandboxUrl: sandbox.url, sandboxSmtpUrl: sandbox.smtpUrl, requestTimeoutMillis };
  return createTransport("sandbox", channel, { workspaceId }, options);
}

/** A message to the address that a row of the fault table names. */
async function write(channel: MessageChannel, label = ""): Promise<Message> {
  const base = {
    idempotencyKey: `run-${++count}`,
    collapseKey: `cart-${count}`,
    ttlSeconds: 3600,
    priority: "normal",
  } as const;
  const content = { title: "Merhaba Ayşe", body: "Sepetinizdeki ürün tükeniyor" };
  switch (channel) {
    case "app_push":
      return { ...base, ...content, channel, token: [label, "device", count].filter(Boolean).join("-") };
    case "web_push": {
      type Minted = { subscriptions: MessageOf<"web_push">["subscription"][] };
      const asked = { workspace: workspaceId, channel, label: label || undefined };
      const { subscriptions } = await sandbox.post<Minted>("/_/subscriptions", asked);
      const [subscription] = subscriptions;
      if (!subscription) throw new Error("nothing minted");
      return { ...base, ...content, channel, subscription };
    }
    case "email":
      return {
        ...base,
        channel,
        to: { address: `${label || "ayse"}+${count}@example.com` },
        subject: content.title,
        text: content.body,
      };
    case "sms":
      return { ...base, channel, to: `+90532100${label || "1234"}`, text: content.body };
    case "whatsapp":
      return {
        ...base,
        channel,
        to: `+90532100${label || "1234"}`,
        content: { kind: "text", text: content.body },
      };
    case "telegram":
      return { ...base, channel, chatId: `98765${label || "321"}`, html: content.body };
    case "in_app":
      return { ...base, ...content, channel, contactId: [label, "contact", count].filter(Boolean).join("-") };
  }
}

async function sendTo(channel: MessageChannel, label?: string, timeoutMillis?: number): Promise<Outcome> {
  const transport: Transport = open(channel, timeoutMillis);
  const outcome = await transport.sendOne(await write(channel, label), never);
  await transport.close();
  return outcome;
}

const faults: [MessageChannel, string, OutcomeKind][] = [
  ["app_push", "gone", "recipient_gone"],
  ["app_push", "optout", "recipient_gone"],
  ["app_push", "reject", "content_rejected"],
  ["app_push", "quota-always", "throttled"],
  ["app_push", "flaky-always", "transient"],
  ["app_push", "ghost", "accepted"],
  ["web_push", "gone", "recipient_gone"],
  ["web_push", "optout", "recipient_gone"],
  ["web_push", "reject", "content_rejected"],
  ["web_push", "quota-always", "throttled"],
  ["web_push", "flaky-always", "transient"],
  ["email", "bounce", "recipient_gone"],
  ["email", "spam", "content_rejected"],
  ["email", "grey-always", "transient"],
  ["email", "tempfail-always", "transient"],
  ["email", "complaint", "accepted"],
  ["email", "dsn", "accepted"],
  ["sms", "0001", "recipient_gone"],
  ["sms", "0009", "recipient_gone"],
  ["sms", "0004", "opted_out"],
  ["sms", "0007", "content_rejected"],
  ["sms", "9429", "throttled"],
  ["sms", "9503", "transient"],
  ["sms", "3003", "accepted"],
  ["whatsapp", "0001", "recipient_gone"],
  ["whatsapp", "0004", "opted_out"],
  ["whatsapp", "9429", "throttled"],
  ["telegram", "400", "recipient_gone"],
  ["telegram", "403", "opted_out"],
  ["telegram", "422", "content_rejected"],
  ["in_app", "gone", "recipient_gone"],
];

test.each(faults)("%s to %s is %s", async (channel, label, kind) => {
  const outcome = await sendTo(channel, label);
  expect(outcome).toMatchObject({ kind, code: expect.stringMatching(/./), detail: expect.any(String) });
});

const hanging: [MessageChannel, string][] = [
  ["app_push", "hang"],
  ["web_push", "hang"],
  ["sms", "0000"],
  ["in_app", "hang"],
];

test.each(hanging)("%s that never answers is ambiguous", async (channel, label) => {
  expect(await sendTo(channel, label, 500)).toMatchObject({ kind: "ambiguous" });
});

const onceFaults: [MessageChannel, string, OutcomeKind][] = [
  ["app_push", "quota", "throttled"],
  ["app_push", "flaky", "transient"],
  ["web_push", "flaky", "transient"],
  ["email", "grey", "transient"],
  ["sms", "0503", "transient"],
  ["telegram", "429", "throttled"],
];

test.each(onceFaults)("%s to %s is %s once, then accepted", async (channel, label, kind) => {
  const transport: Transport = open(channel);
  const message = await write(channel, label);
  expect(await transport.sendOne(message, never)).toMatchObject({ kind });
  expect(await transport.sendOne(message, never)).toMatchObject({ kind: "accepted" });
  await transport.close();
});

describe.each(channels)("%s", (channel) => {
  test("delivers, and the sandbox shows what it got", async () => {
    const outcome = await sendTo(channel);
    expect(outcome).toMatchObject({ kind: "accepted", providerMessageId: expect.stringMatching(/./) });
    const { requests, shown } = await sandbox.readMessages({ workspace: workspaceId, channel });
    expect(requests).toMatchObject([{ channel, result: "accepted", workspaceId }]);
    expect(shown).toHaveLength(1);
    expect(JSON.stringify(shown)).toContain("Sepetinizdeki");
  });

  test("gives one outcome per message, in order", async () => {
    const transport: Transport = open(channel);
    const gone = {
      app_push: "gone",
      web_push: "gone",
      in_app: "gone",
      email: "bounce",
      telegram: "400",
    } as const;
    const label = channel in gone ? gone[channel as keyof typeof gone] : "0001";
    const messages = await Promise.all(
      Array.from({ length: 20 }, (_, n) => write(channel, n % 3 === 0 ? label : "")),
    );
    const kinds = (await transport.send(messages, never)).map((outcome) => outcome.kind);
    expect(kinds).toEqual(messages.map((_, n) => (n % 3 === 0 ? "recipient_gone" : "accepted")));
    await transport.close();
  });

  test("an aborted signal sends nothing", async () => {
    const transport: Transport = open(channel);
    const outcomes = await transport.send([await write(channel)], AbortSignal.abort());
    expect(outcomes).toMatchObject([{ kind: "transient", code: "aborted" }]);
    expect(await sandbox.readStats(workspaceId)).toMatchObject({ asked: 0 });
    await transport.close();
  });

  test("an account-wide throttle and an outage are told from the recipient's faults", async () => {
    await sandbox.post("/_/scenario", { p429: 1, channel, retryAfterSeconds: 7 });
    const isMail = channel === "email";
    const throttled = isMail
      ? { kind: "transient" }
      : { kind: "throttled", scope: "account", retryAfterMillis: 7000 };
    expect(await sendTo(channel)).toMatchObject(throttled);
    await sandbox.post("/_/scenario", { p5xx: 1, channel });
    expect(await sendTo(channel)).toMatchObject({ kind: "transient" });
  });

  test("a message carried out and never answered is ambiguous", async () => {
    await sandbox.post("/_/scenario", { dropAfterWrite: 1, channel });
    expect(await sendTo(channel)).toMatchObject({ kind: "ambiguous" });
    expect(await sandbox.readStats(workspaceId)).toMatchObject({ accepted: 1 });
  });

  test("a repeat with the same key shows once where resending is called harmless", async () => {
    const transport: Transport = open(channel);
    const message = await write(channel);
    await transport.send([message], never);
    await transport.send([message], never);
    const { shown } = await sandbox.readMessages({ workspace: workspaceId });
    expect(shown).toHaveLength(transport.isResendHarmless ? 1 : 2);
    expect(await sandbox.readStats(workspaceId)).toMatchObject({
      asked: 2,
      askedAgain: 1,
      shown: transport.isResendHarmless ? 1 : 2,
      shownTwice: transport.isResendHarmless ? 0 : 1,
    });
    await transport.close();
  });

  test("nobody listening is transient", async () => {
    const options = { sandboxUrl: "http://127.0.0.1:1", sandboxSmtpUrl: "smtp://127.0.0.1:1" };
    const transport: Transport = createTransport("sandbox", channel, { workspaceId }, options);
    expect(await transport.sendOne(await write(channel), never)).toMatchObject({ kind: "transient" });
    await transport.close();
  });

  test("the connection test says that it works", async () => {
    const options = { sandboxUrl: sandbox.url, sandboxSmtpUrl: sandbox.smtpUrl };
    expect(await testConnection("sandbox", channel, { workspaceId }, options)).toMatchObject({ isOk: true });
  });
});
