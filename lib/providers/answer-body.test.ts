import { once } from "node:events";
import { createServer } from "node:http";
import { createServer as createHttp2Server, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { Agent } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Http1Poster } from "./http1/http1-poster";
import type { PoolAnswer } from "./http2/exchange";
import { Http2OriginPool } from "./http2/http2-origin-pool";

const never = new AbortController().signal;
const turkish = "Geçersiz başlık: şifre yanlış, lütfen öğrenin ığüşöç";

/** Byte by byte, so that every character of two bytes is on the edge of two chunks. */
async function writeSlowly(out: { write(chunk: Buffer): boolean; end(): void }) {
  for (const byte of Buffer.from(turkish)) {
    out.write(Buffer.of(byte));
    await setImmediate();
  }
  out.end();
}

const long = Buffer.from("ş".repeat(1024 * 1024));

const overHttp1 = createServer((req, res) => {
  res.writeHead(400);
  if (req.url === "/slow") void writeSlowly(res);
  else res.end(long);
});
const overHttp2 = createHttp2Server().on("stream", (stream: ServerHttp2Stream, headers) => {
  stream.on("error", () => undefined);
  stream.respond({ ":status": 400 });
  if (headers[":path"] === "/slow") void writeSlowly(stream);
  else stream.end(long);
});

type Ask = (path: string) => Promise<PoolAnswer>;

describe.each(["HTTP/1", "HTTP/2"])("a provider's answer over %s", (protocol) => {
  let ask: Ask;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const server = protocol === "HTTP/1" ? overHttp1 : overHttp2;
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (protocol === "HTTP/1") {
      const poster = new Http1Poster(new Agent());
      ask = (path) => poster.post({ origin, path, headers: [], body: "" }, never);
      close = () => poster.close();
      return;
    }
    const limits = { connectionsMax: 1, streamsMax: 10, requestTimeoutMillis: 10_000 };
    const pool = new Http2OriginPool({ origin, ...limits });
    ask = (path) => pool.post([":method", "POST", ":path", path], "", never);
    close = () => pool.close();
  });
  afterAll(async () => {
    await close();
    (protocol === "HTTP/1" ? overHttp1 : overHttp2).close();
  });

  it("keeps every character whole, wherever it is cut on the way", async () => {
    expect(await ask("/slow")).toMatchObject({ status: 400, body: turkish });
  });

  it("is kept up to a bound, and ends with a whole character", async () => {
    const answer = await ask("/long");
    expect(answer).toMatchObject({ kind: "answered", status: 400 });
    const { body } = answer as PoolAnswer & { kind: "answered" };
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(64 * 1024);
    expect(body).toBe("ş".repeat(body.length));
    expect(body.length).toBeGreaterThan(1_000);
  });
});
