import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { useTestDatabase } from "@/db/testing/database";
import { defineContract } from "../contract";
import { createHotLane } from "../hot-lane";
import { route } from "../route";

const hot = route(
  defineContract({
    method: "GET",
    path: "/api/v1/things",
    tag: "t",
    summary: "s",
    access: "public",
    status: 200,
    response: z.strictObject({ url: z.string() }),
  }),
  async ({ request }) => ({ url: request.url }),
);

type Answer = {
  status: number;
  headers: Record<string, string>;
  text: string;
  body: Record<string, unknown>;
};

describe("what is turned away before anybody looks at what it asks for", () => {
  useTestDatabase();
  let server: Server;
  beforeAll(async () => {
    const lane = createHotLane([hot], []);
    server = createServer((req, res) => {
      if (!lane(req, res)) res.setHeader("x-left-to", "next").end(`${req.headers.host} ${req.url}`);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Byte for byte, which no client of HTTP would send. */
  async function send(start: string, headers: Record<string, string> = {}): Promise<Answer> {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    const lines = Object.entries({ Host: "localhost", ...headers, Connection: "close" });
    socket.write(
      `${start} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
    );
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    const [head = "", text = ""] = Buffer.concat(chunks).toString().split("\r\n\r\n", 2);
    const [status = "", ...rest] = head.split("\r\n");
    const fields = rest.map((line) => [
      line.split(": ")[0]?.toLowerCase(),
      line.slice(line.indexOf(": ") + 2),
    ]);
    const answered = Object.fromEntries(fields) as Record<string, string>;
    const isProblem = answered["content-type"] === "application/problem+json";
    return {
      status: Number(status.split(" ")[1]),
      headers: answered,
      text,
      body: isProblem ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
  }

  it.each(["/api/%zz", "/api/v1/things/%", "/api/v1/things/%c0%af", "/api/%e0%a4"])(
    "%s is no address",
    async (path) => {
      expect(await send(`GET ${path}`)).toMatchObject({
        status: 400,
        body: { code: "invalid_request", errors: [{ pointer: "path" }] },
      });
    },
  );

  it("percent signs that mean something, and any in a query, are left to whom they concern", async () => {
    for (const path of ["/a%20b%C3%A7", "/u/%E2%82%AC?x=%zz"]) {
      expect(await send(`GET ${path}`)).toMatchObject({ status: 200, text: expect.stringContaining(path) });
    }
  });

  it("outside the API the same is said in words, with the headers of every answer", async () => {
    const answer = await send("GET /%zz", { "Accept-Language": "tr" });
    expect(answer.status).toBe(400);
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.text).toContain("yüzde");
  });

  it.each(["a b", "[", "evil.example:99999", "localhost:abc", "%zz", "a@b", "a/b", "a?b", "a#b", "a\\b", ""])(
    "the Host %j is refused, on a hot route as anywhere",
    async (Host) => {
      for (const path of ["/api/v1/things", "/api/v1/others"]) {
        expect(await send(`GET ${path}`, { Host })).toMatchObject({
          status: 400,
          body: { code: "invalid_request", errors: [{ pointer: "Host" }] },
        });
      }
    },
  );

  it.each(["localhost", "push_pilot.internal:8080", "[::1]:3000", "xn--ra-eka.example", "10.0.0.1"])(
    "the Host %s is served",
    async (Host) => {
      expect(await send("GET /api/v1/things", { Host })).toMatchObject({ status: 200 });
    },
  );

  it.each(["TRACE", "PROPFIND", "M-SEARCH"])("%s is answered with the methods there are", async (method) => {
    const answer = await send(`${method} /api/v1/things`);
    expect(answer).toMatchObject({ status: 405, body: { code: "method_not_allowed" } });
    expect(answer.headers.allow).toContain("PATCH");
  });

  it("pages are read or posted to, nothing else", async () => {
    const answer = await send("PUT /sign-in");
    expect(answer).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, POST" } });
    expect((await send("POST /sign-in")).headers["x-left-to"]).toBe("next");
  });

  it.each(["OPTIONS *", "GET *", "GET ftp://evil.example/", "GET http://[/", "GET http://a@evil.example/"])(
    "%s asks for nothing that is here",
    async (start) => {
      expect((await send(start)).status).toBe(400);
    },
  );

  it("an absolute target is the same question as its path, so nobody is sent to the host it names", async () => {
    const answer = await send("GET http://evil.example/sign-in?x=1");
    expect(answer).toMatchObject({ status: 200, text: "evil.example /sign-in?x=1" });
    expect(await send("GET HTTP://evil.example?x=1")).toMatchObject({ text: "evil.example /?x=1" });
    expect(await send("GET http://localhost/api/v1/things")).toMatchObject({
      status: 200,
      text: '{"url":"http://localhost/api/v1/things"}',
    });
  });

  it("a page is posted little: a large body is refused before it is sent", async () => {
    const large = { "Content-Length": String(300 * 1024 * 1024) };
    expect(await send("POST /sign-in", large)).toMatchObject({ status: 413 });
    expect(await send("POST /api/v1/contacts/imports", large)).toMatchObject({
      headers: { "x-left-to": "next" },
    });
  });
});
