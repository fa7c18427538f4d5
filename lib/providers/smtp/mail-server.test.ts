import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findUnreachable, type Reach } from "./mail-server";
import { createSmtpTransport } from "./smtp-transport";
import { verifyConnection } from "./verify-connection";

const never = new AbortController().signal;
let server: Server;
let visits = 0;

beforeAll(async () => {
  server = createServer((socket) => {
    visits += 1;
    socket.end("554 nobody here\r\n");
  });
  server.listen(0);
  await once(server, "listening");
});
afterAll(() => server.close());

function optionsFor(host: string, reach: Reach) {
  const { port } = server.address() as AddressInfo;
  const credentials = { host, port, security: "none" as const, fromAddress: "a@example.com" };
  return { credentials, reach, connectionsMax: 1, requestTimeoutMillis: 5_000 };
}

async function send(host: string, reach: Reach) {
  const transport = createSmtpTransport(optionsFor(host, reach));
  const base = { idempotencyKey: "r/c", collapseKey: "r", ttlSeconds: 60, priority: "normal" } as const;
  const mail = {
    ...base,
    channel: "email",
    subject: "S",
    text: "T",
    to: { address: "b@example.com" },
  } as const;
  const outcome = await transport.sendOne(mail, never);
  await transport.close();
  return outcome;
}

const here = ["127.0.0.1", "localhost", "::1", "::ffff:127.0.0.1", "2130706433", "127.1", "0x7f000001"];

test.each(here)("a connection to %s is not even opened where only public servers may be", async (host) => {
  const before = visits;
  expect(await send(host, "public")).toMatchObject({ kind: "auth_or_config", code: "unsafe_address" });
  const verified = await verifyConnection(optionsFor(host, "public"));
  expect(verified).toMatchObject({ isOk: false, code: "unsafe_address" });
  expect(visits).toBe(before);
});

test("a relay of one's own is connected to where that is allowed", async () => {
  const before = visits;
  expect(await send("localhost", "private")).toMatchObject({ code: "554" });
  expect(visits).toBe(before + 1);
});

test.each(["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "0.0.0.0", "::ffff:a9fe:a9fe"])(
  "%s is connected to by nobody, wherever relays may be",
  async (host) => {
    for (const reach of ["public", "private"] as const) {
      expect(await send(host, reach)).toMatchObject({ kind: "auth_or_config", code: "unsafe_address" });
      expect(await findUnreachable(host, reach)).toBe(host);
    }
  },
);

test("a name is judged by what it resolves to, and one that does not resolve is left to the connection", async () => {
  expect(await findUnreachable("localhost", "public")).toMatch(/^(127\.0\.0\.1|::1)$/);
  expect(await findUnreachable("localhost", "private")).toBeUndefined();
  expect(await findUnreachable("mail.example.invalid", "public")).toBeUndefined();
  expect(await send("mail.example.invalid", "public")).toMatchObject({ kind: "transient" });
});

test.each(["tls", "starttls"] as const)(
  "a server that wants %s must show a certificate",
  async (security) => {
    const secured = new SMTPServer({ secure: security === "tls", authOptional: true });
    secured.on("error", () => undefined);
    secured.listen(0, "127.0.0.1");
    await once(secured.server, "listening");
    const { port } = secured.server.address() as AddressInfo;
    const { credentials, ...options } = optionsFor("127.0.0.1", "private");
    const verified = await verifyConnection({ credentials: { ...credentials, port, security }, ...options });
    expect(verified).toMatchObject({ isOk: false, detail: expect.stringContaining("certificate") });
    await new Promise<void>((resolve) => secured.close(() => resolve()));
  },
);
