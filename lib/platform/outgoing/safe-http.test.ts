import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSafeAgent } from "./safe-http";

let server: Server;
let port: number;
let hits = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits += 1;
    if (request.url === "/away") response.writeHead(302, { location: "http://127.0.0.1/" }).end();
    else response.end("secret");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const hosts = [
  "127.0.0.1",
  "localhost",
  "0.0.0.0",
  "[::1]",
  "[::]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "2130706433",
  "0x7f000001",
  "0177.0.0.1",
  "127.1",
];

test.each(hosts)("http://%s is not reached", async (host) => {
  const agent = createSafeAgent({ timeoutMillis: 2000 });
  const url = new URL(`http://${host}:${port}/`);
  const before = hits;
  const request = agent.request({ origin: url.origin, path: url.pathname, method: "GET" });
  await expect(request).rejects.toMatchObject({ code: "unsafe_address" });
  expect(hits).toBe(before);
  await agent.close();
});

test("an explicitly allowed origin is reached, its neighbours are not, and redirects are not followed", async () => {
  const origin = `http://127.0.0.1:${port}`;
  const agent = createSafeAgent({ allowedOrigins: [origin], timeoutMillis: 2000 });
  const answer = await agent.request({ origin, path: "/away", method: "GET" });
  expect(answer.statusCode).toBe(302);
  await answer.body.dump();
  const neighbour = agent.request({ origin: `http://localhost:${port}`, path: "/", method: "GET" });
  await expect(neighbour).rejects.toMatchObject({ code: "unsafe_address" });
  await agent.close();
});
