import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import {
  constants,
  createSecureServer,
  createServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { PoolAnswer } from "./exchange";
import { Http2OriginPool } from "./http2-origin-pool";

const servers: Http2Server[] = [];
const sessions = new Set<ServerHttp2Session>();
const never = new AbortController().signal;

afterEach(() => {
  for (const session of sessions) session.destroy();
  for (const server of servers.splice(0)) server.close();
  sessions.clear();
});

type React = (number: number, body: string) => Reaction;
type Reaction = "answer" | "half_answer" | "silence" | "reset" | "refuse" | "drop" | "goaway_error";

async function startServer(react: React): Promise<{ origin: string; bodies: string[] }> {
  const server = createServer();
  const bodies: string[] = [];
  let streams = 0;
  server.on("sessionError", () => undefined);
  server.on("session", (session) => {
    sessions.add(session);
    session.on("error", () => undefined);
  });
  server.on("stream", (stream: ServerHttp2Stream) => {
    stream.on("error", () => undefined);
    let body = "";
    stream.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    stream.on("end", () => {
      streams += 1;
      const reaction = react(streams, body);
      if (reaction === "refuse") stream.close(constants.NGHTTP2_REFUSED_STREAM);
      else bodies.push(body);
      if (reaction === "reset") stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      if (reaction === "drop") stream.session?.destroy();
      if (reaction === "goaway_error")
        stream.session?.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM, stream.id ?? 0);
      if (reaction === "answer") {
        stream.respond({ ":status": 200, "x-number": String(streams) });
        stream.end(`got ${body}`);
      }
      if (reaction === "half_answer") {
        stream.respond({ ":status": 200 });
        stream.write("got", () => setImmediate(() => stream.session?.destroy()));
      }
    });
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, bodies };
}

function createPool(
  origin: string,
  options: { requestTimeoutMillis?: number; connectionsMax?: number } = {},
) {
  const pool = new Http2OriginPool({
    origin,
    connectionsMax: 2,
    streamsMax: 10,
    requestTimeoutMillis: 5000,
    ...options,
  });
  const authority = new URL(origin).host;
  const headers = [":method", "POST", ":scheme", "http", ":authority", authority, ":path", "/send"];
  const post = (body: string, signal = never): Promise<PoolAnswer> => pool.post(headers, body, signal);
  return { pool, post };
}

test("an answer comes back whole, with status and headers", async () => {
  const { origin } = await startServer(() => "answer");
  const { pool, post } = createPool(origin);
  const answer = await post("hello ğ");
  expect(answer).toMatchObject({ kind: "answered", status: 200, body: "got hello ğ" });
  await pool.close();
});

test("more requests than streams are all sent, each once", async () => {
  const { origin, bodies } = await startServer(() => "answer");
  const { pool, post } = createPool(origin);
  const sent = Array.from({ length: 500 }, (_, number) => `m${number}`);
  const answers = await Promise.all(sent.map((body) => post(body)));
  expect(answers.every((answer) => answer.kind === "answered")).toBe(true);
  expect([...bodies].sort()).toEqual([...sent].sort());
  await pool.close();
});

test("a refused stream is replayed until the peer takes it", async () => {
  const { origin, bodies } = await startServer((number) => (number <= 3 ? "refuse" : "answer"));
  const { pool, post } = createPool(origin);
  expect(await post("once")).toMatchObject({ kind: "answered", status: 200 });
  expect(bodies).toEqual(["once"]);
  await pool.close();
});

test("a peer that refuses everything gets an end: unsent", async () => {
  const { origin, bodies } = await startServer(() => "refuse");
  const { pool, post } = createPool(origin);
  expect(await post("never")).toEqual({ kind: "unsent", code: "refused" });
  expect(bodies).toEqual([]);
  await pool.close();
});

test.each(["reset", "drop", "goaway_error", "half_answer"] as const)(
  "a request the peer may have carried out is never repeated (%s)",
  async (reaction) => {
    const { origin, bodies } = await startServer((number) => (number === 1 ? reaction : "answer"));
    const { pool, post } = createPool(origin);
    expect(await post("maybe")).toMatchObject({ kind: "unanswered" });
    expect(await post("next")).toMatchObject({ kind: "answered" });
    expect(bodies.filter((body) => body === "maybe")).toHaveLength(1);
    await pool.close();
  },
);

test("a silent peer ends in a timeout, unanswered", async () => {
  const { origin } = await startServer(() => "silence");
  const { pool, post } = createPool(origin, { requestTimeoutMillis: 300 });
  expect(await post("hello")).toEqual({ kind: "unanswered", code: "timeout" });
  await pool.close();
});

test("nobody listening is unsent, for every waiting request", async () => {
  const { pool, post } = createPool("http://127.0.0.1:1");
  const answers = await Promise.all([post("a"), post("b"), post("c")]);
  expect(answers).toEqual(Array(3).fill({ kind: "unsent", code: "ECONNREFUSED" }));
  await pool.close();
});

test("an abort separates what was written from what was waiting", async () => {
  const { origin, bodies } = await startServer(() => "silence");
  const { pool, post } = createPool(origin, { connectionsMax: 1 });
  const controller = new AbortController();
  const answers = Promise.all(Array.from({ length: 15 }, (_, n) => post(`m${n}`, controller.signal)));
  await expect.poll(() => bodies.length).toBe(10);
  controller.abort();
  const kinds = (await answers).map((answer) => `${answer.kind} ${"code" in answer ? answer.code : ""}`);
  expect(kinds.filter((kind) => kind === "unanswered aborted")).toHaveLength(10);
  expect(kinds.filter((kind) => kind === "unsent aborted")).toHaveLength(5);
  await pool.close();
});

test("close waits for what is in flight and takes nothing more", async () => {
  const { origin } = await startServer(() => "answer");
  const { pool, post } = createPool(origin);
  const answers = Promise.all(Array.from({ length: 30 }, (_, n) => post(`m${n}`)));
  const closed = pool.close();
  expect((await answers).every((answer) => answer.kind === "answered")).toBe(true);
  await closed;
  expect(await post("late")).toEqual({ kind: "unsent", code: "closed" });
});

const canMakeCertificate = spawnSync("openssl", ["version"]).status === 0;

test.skipIf(!canMakeCertificate)(
  "https is spoken, and an unknown certificate gets nothing [needs openssl]",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "pool-"));
    const [keyFile, certFile] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const options = [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "2",
      "-keyout",
      keyFile,
      "-out",
      certFile,
    ];
    execFileSync("openssl", [...options, ...subject], { stdio: "ignore" });
    const ca = readFileSync(certFile, "utf8");
    const server = createSecureServer({ key: readFileSync(keyFile), cert: ca });
    rmSync(folder, { recursive: true });
    server.on("stream", (stream: ServerHttp2Stream) => {
      stream.respond({ ":status": 200 });
      stream.end("over tls");
    });
    server.listen(0);
    await once(server, "listening");
    const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
    const limits = { origin, connectionsMax: 1, streamsMax: 10, requestTimeoutMillis: 5000 };
    const headers = [
      ":method",
      "POST",
      ":scheme",
      "https",
      ":authority",
      new URL(origin).host,
      ":path",
      "/send",
    ];
    const trusting = new Http2OriginPool({ ...limits, ca });
    expect(await trusting.post(headers, "x", never)).toMatchObject({ kind: "answered", body: "over tls" });
    const strict = new Http2OriginPool(limits);
    expect(await strict.post(headers, "x", never)).toMatchObject({
      kind: "unsent",
      code: expect.stringContaining("SELF_SIGNED"),
    });
    await Promise.all([trusting.close(), strict.close()]);
    server.close();
  },
);
