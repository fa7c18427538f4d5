import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { useTestDatabase } from "@/db/testing/database";
import { noteClientAddress } from "./client-address";
import { defineContract } from "./contract";
import { createHotLane } from "./hot-lane";
import { route } from "./route";

const access = "public";
const get = route(
  defineContract({
    method: "GET",
    path: "/api/v1/things/{thing_id}",
    tag: "t",
    summary: "s",
    access,
    status: 200,
    params: z.strictObject({ thing_id: z.string() }),
    response: z.strictObject({ id: z.string(), ip: z.string().nullable() }),
  }),
  async ({ params, origin }) => ({ id: params.thing_id, ip: origin.ip }),
);
const countBytes = route(
  defineContract({
    method: "POST",
    path: "/api/v1/things/import",
    tag: "t",
    summary: "s",
    access,
    status: 200,
    rawBody: ["text/csv"],
    response: z.strictObject({ bytes: z.number(), chunks: z.number() }),
  }),
  async ({ request }) => {
    let bytes = 0;
    let chunks = 0;
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      chunks += 1;
    }
    return { bytes, chunks };
  },
);
const echo = route(
  defineContract({
    method: "POST",
    path: "/api/v1/things",
    tag: "t",
    summary: "s",
    access,
    status: 201,
    body: z.strictObject({ name: z.string() }),
    bodyBytesMax: 100,
    response: z.strictObject({ name: z.string() }),
  }),
  async ({ body }) => body,
);

const byNext = [
  { method: "GET", path: "/api/v1/things/{thing_id}/parts" },
  { method: "POST", path: "/api/v1/things/{thing_id}/parts" },
  { method: "DELETE", path: "/api/v1/things/{thing_id}" },
] as const;

describe("the hot lane", () => {
  useTestDatabase();
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    const lane = createHotLane(
      [get, countBytes, echo],
      [...[get, countBytes, echo].map(({ contract }) => contract), ...byNext],
    );
    server = createServer((req, res) => {
      const addressHeader = req.headers["x-test-header"]?.toString();
      noteClientAddress(req, { trustsProxy: req.headers["x-test-proxy"] === "yes", addressHeader });
      if (!lane(req, res)) res.writeHead(404, { "x-left-to": "next" }).end();
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/things`;
  });
  afterAll(() => server.close());

  it("answers with the route's own response and the headers of every answer", async () => {
    const response = await fetch(`${origin}/thg_1a2b`);
    expect(await response.json()).toMatchObject({ id: "thg_1a2b" });
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-request-id")).toMatch(/^req_/);
  });

  it("takes a word in the place of an id for somebody else's route", async () => {
    const response = await fetch(`${origin}/export`);
    expect(response.headers.get("x-left-to")).toBe("next");
  });

  it("leaves methods and paths of others alone", async () => {
    for (const [path, method] of [
      ["thg_1", "DELETE"],
      ["thg_1/parts", "GET"],
      ["thg_1/parts", "HEAD"],
      ["thg_1/parts", "OPTIONS"],
      ["thg_1/parts/none", "PATCH"],
    ]) {
      const response = await fetch(`${origin}/${path}`, { method: method ?? "" });
      expect(response.headers.get("x-left-to"), path).toBe("next");
    }
  });

  it.each([
    ["", "PUT", "POST, OPTIONS"],
    ["/thg_1", "PATCH", "GET, DELETE, HEAD, OPTIONS"],
    ["/no-id", "POST", "GET, DELETE, HEAD, OPTIONS"],
    ["/import", "DELETE", "POST, OPTIONS"],
    ["/thg_1/parts?page=1", "PUT", "GET, POST, HEAD, OPTIONS"],
  ])(
    "says which methods %s has, to who asks it with %s, whoever answers them",
    async (path, method, allow) => {
      const response = await fetch(origin + path, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe(allow);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await response.json()).toMatchObject({ code: "method_not_allowed", method, status: 405 });
    },
  );

  it("tells the socket's address, whatever the caller claims", async () => {
    const headers = { "x-real-ip": "6.6.6.6", "x-forwarded-for": "6.6.6.6" };
    const response = await fetch(`${origin}/thg_1`, { headers });
    expect(await response.json()).toMatchObject({ ip: "127.0.0.1" });
  });

  it("believes the proxy's address where one is trusted", async () => {
    const addressOf = async (headers: Record<string, string>) => {
      const response = await fetch(`${origin}/thg_1`, { headers: { "x-test-proxy": "yes", ...headers } });
      return ((await response.json()) as { ip: unknown }).ip;
    };
    const [client, proxy] = ["6.6.6.6", "5.6.7.8"];
    expect(await addressOf({ "x-forwarded-for": `${client}, ${proxy}` })).toBe(proxy);
    expect(await addressOf({ "x-real-ip": client, "x-forwarded-for": proxy })).toBe(proxy);
    expect(await addressOf({ "x-real-ip": proxy })).toBe(proxy);
    expect(await addressOf({})).toBe("127.0.0.1");
    const named = { "x-test-header": "x-real-ip" };
    expect(await addressOf({ ...named, "x-real-ip": proxy, "x-forwarded-for": client })).toBe(proxy);
    expect(await addressOf({ ...named, "x-forwarded-for": client })).toBe("127.0.0.1");
  });

  it("hands a large upload over piece by piece", async () => {
    const body = new Uint8Array(8 * 1024 * 1024);
    const response = await fetch(`${origin}/import`, {
      method: "POST",
      body,
      headers: { "content-type": "text/csv" },
    });
    const answer = z.object({ bytes: z.number(), chunks: z.number() }).parse(await response.json());
    expect(answer.bytes).toBe(body.byteLength);
    expect(answer.chunks).toBeGreaterThan(10);
  });

  it("refuses a body over the limit without reading all of it", async () => {
    const body = JSON.stringify({ name: "x".repeat(5_000_000) });
    const response = await fetch(origin, { method: "POST", body });
    expect(response.status).toBe(413);
  });

  it("answers a body that hides its length and passes the limit, and serves the caller's next request", async () => {
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let n = 0; n < 50; n += 1) controller.enqueue(new Uint8Array(1_000).fill(97));
        controller.close();
      },
    });
    const init = { method: "POST", body: pieces, duplex: "half" };
    const refused = await fetch(origin, init as RequestInit);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: "payload_too_large", bytes_max: 100 });
    const next = await fetch(origin, { method: "POST", body: JSON.stringify({ name: "next" }) });
    expect(await next.json()).toEqual({ name: "next" });
  });

  it("refuses a body that broke off instead of taking what came of it", async () => {
    const socket = connect(Number(new URL(origin).port), "127.0.0.1");
    await once(socket, "connect");
    const head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n";
    socket.end(`${head}{"name":"half"}`);
    const answer = await text(socket);
    expect(answer).not.toContain(" 201 ");
  });
});
