import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import PostalMime from "postal-mime";
import { beforeEach, expect, test } from "vitest";
import type { EmailMessage } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { type SmtpCredentials, smtpCredentialsSchema } from "./smtp-credentials";
import { createSmtpTransport } from "./smtp-transport";
import { verifyConnection } from "./verify-connection";

const never = new AbortController().signal;
const dkim = generateKeyPairSync("rsa", { modulusLength: 2048 });
const sandbox = useSandbox();

beforeEach(() => sandbox.post("/_/reset"));

function toCredentials(extra: Partial<SmtpCredentials> = {}): SmtpCredentials {
  return smtpCredentialsSchema.parse({
    host: "127.0.0.1",
    port: Number(new URL(sandbox.smtpUrl).port),
    security: "none",
    user: "mail-workspace",
    password: "secret",
    fromAddress: "shop@example.com",
    fromName: "Çiçek Dükkânı",
    ...extra,
  });
}

const message: EmailMessage = {
  channel: "email",
  idempotencyKey: "run-1/contact-1",
  collapseKey: "run-1",
  ttlSeconds: 3600,
  priority: "normal",
  to: { address: "ayse@example.com", name: "Ayşe Yılmaz" },
  subject: "Sepetinizdeki ürün tükeniyor",
  text: "Merhaba",
  html: "<p>Merhaba ğüşıöç</p>",
  unsubscribeUrl: "https://example.com/u/token",
  unsubscribeMailto: "unsubscribe+token@example.com",
  feedbackId: "c1:w1:pushpilot",
};

async function send(changes: Partial<EmailMessage> = {}, credentials = toCredentials()): Promise<Outcome> {
  const transport = createSmtpTransport({
    credentials,
    reach: "private",
    connectionsMax: 2,
    requestTimeoutMillis: 5000,
  });
  const outcome = await transport.sendOne({ ...message, ...changes }, never);
  await transport.close();
  return outcome;
}

async function getMails(): Promise<string[]> {
  const { requests } = await sandbox.readMessages<string>({ channel: "email" });
  return requests.map(({ content }) => content);
}

async function getMail(): Promise<string> {
  const [mail = ""] = await getMails();
  return mail;
}

test("the one-click unsubscribe headers are there, each once", async () => {
  expect(await send()).toMatchObject({ kind: "accepted" });
  const { headers, html, subject, from, to } = await PostalMime.parse(await getMail());
  const named = (name: string) =>
    headers.filter((header) => header.key === name).map((header) => header.value);
  expect(named("list-unsubscribe")).toEqual([
    "<https://example.com/u/token>, <mailto:unsubscribe+token@example.com>",
  ]);
  expect(named("list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
  expect(named("feedback-id")).toEqual(["c1:w1:pushpilot"]);
  expect(subject).toBe(message.subject);
  expect(html).toContain("ğüşıöç");
  expect(from).toMatchObject({ name: "Çiçek Dükkânı", address: "shop@example.com" });
  expect(to).toMatchObject([{ name: "Ayşe Yılmaz", address: "ayse@example.com" }]);
});

test("transactional mail has no unsubscribe headers", async () => {
  await send({ unsubscribeUrl: undefined, unsubscribeMailto: undefined, feedbackId: undefined });
  expect(await getMail()).not.toMatch(/^(List-|Precedence|Feedback)/im);
});

test("the same message has the same Message-ID every time, another has another", async () => {
  const ids = [await send(), await send(), await send({ idempotencyKey: "run-2" })].map((outcome) =>
    outcome.kind === "accepted" ? outcome.providerMessageId : "",
  );
  expect(ids[0]).toMatch(/^[0-9a-f]{40}@example\.com$/);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

const canVerifyDkim = spawnSync("/usr/bin/python3", ["-c", "import dkim"]).status === 0;

const verifyScript = `
import sys, dkim
key = sys.argv[1].encode()
print("valid" if dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: b"v=DKIM1; k=rsa; p=" + key) else "broken")
`;

function verifyDkim(mail: string): string {
  const key = dkim.publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const checked = spawnSync("/usr/bin/python3", ["-c", verifyScript, key], { input: mail, encoding: "utf8" });
  return checked.stdout.trim();
}

test.skipIf(!canVerifyDkim)(
  "DKIM covers the content and both unsubscribe headers [needs python3-dkim]",
  async () => {
    const dkimPrivateKey = dkim.privateKey.export({ type: "pkcs8", format: "pem" });
    await send(
      {},
      toCredentials({
        dkimDomain: "example.com",
        dkimSelector: "s1",
        dkimPrivateKey: String(dkimPrivateKey),
      }),
    );
    const mail = await getMail();
    expect(verifyDkim(mail)).toBe("valid");
    expect(verifyDkim(mail.replace("List-Unsubscribe=One-Click", "List-Unsubscribe=Never"))).toBe("broken");
    expect(verifyDkim(mail.replace("/u/token", "/u/other"))).toBe("broken");
    expect(verifyDkim(mail.replace("c1:w1", "c2:w2"))).toBe("broken");
    expect(verifyDkim(mail.replace("Merhaba", "Selam"))).toBe("broken");
    expect(verifyDkim(mail.replace(/^List-Unsubscribe-Post:.*\r\n/m, ""))).toBe("broken");
  },
);

test.each<[string, Partial<EmailMessage>]>([
  ["subject", { subject: "Hi\r\nBcc: victim@example.com" }],
  ["recipient name", { to: { address: "ayse@example.com", name: "A\nBcc: victim@example.com" } }],
  ["recipient address", { to: { address: "ayse@example.com\r\nRCPT TO:<victim@example.com>" } }],
  ["sender name", { from: { address: "shop@example.com", name: "Shop\r\nX-Evil: 1" } }],
  ["reply address", { replyTo: "a@example.com\r\nX-Evil: 1" }],
  ["feedback id", { feedbackId: "a\r\nX-Evil: 1" }],
  ["unsubscribe link", { unsubscribeUrl: "https://example.com/>\r\nX-Evil: 1" }],
  ["second unsubscribe link", { unsubscribeUrl: "https://example.com/u>,<mailto:evil@example.com" }],
])("a line break in the %s writes no header and sends nothing", async (_name, changes) => {
  expect(await send(changes)).toMatchObject({ kind: "content_rejected", code: "header_injection" });
  expect(await getMails()).toEqual([]);
});

test.each([
  "a@example.com, b@example.com",
  "a@example.com;b@example.com",
  "Ayşe <a@example.com>",
  "nobody",
  "a b@c.d",
])("%s is not one address", async (address) => {
  expect(await send({ to: { address } })).toMatchObject({ kind: "recipient_gone", code: "address_invalid" });
  expect(await getMails()).toEqual([]);
});

test("content cannot attach files or fetch addresses of the server", async () => {
  await send({ html: '<img src="file:///etc/passwd"><img src="http://127.0.0.1/">' });
  const { attachments } = await PostalMime.parse(await getMail());
  expect(attachments).toEqual([]);
});

test("with a bounce domain every message has its own return address", async () => {
  const credentials = toCredentials({ bounceDomain: "bounces.example.com" });
  await send({}, credentials);
  await send({ idempotencyKey: "run-2" }, credentials);
  const mails = await getMails();
  const paths = mails.map((mail) => /^Return-Path: <bounce\+(\w+)@bounces\.example\.com>/.exec(mail)?.[1]);
  expect(new Set(paths).size).toBe(2);
  expect(paths).not.toContain(undefined);
});

test("wrong credentials are auth_or_config, and the connection test says so", async () => {
  const credentials = toCredentials({ password: "bad" });
  expect(await send({}, credentials)).toMatchObject({
    kind: "auth_or_config",
    code: expect.stringContaining("535"),
  });
  const test = await verifyConnection({
    credentials,
    reach: "private",
    connectionsMax: 1,
    requestTimeoutMillis: 5000,
  });
  expect(test).toMatchObject({ isOk: false, code: expect.stringContaining("535") });
});

test("a server that must speak TLS and cannot is never given the password", async () => {
  const outcome = await send({}, toCredentials({ security: "starttls" }));
  expect(outcome.kind).toBe("auth_or_config");
  expect(await getMails()).toEqual([]);
});
