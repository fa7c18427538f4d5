import { once } from "node:events";
import { request, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { provideEnv } from "@/lib/platform/env";
import { openPort } from "./open-port";

let server: Server;
let port: number;
const upgraded: (string | undefined)[] = [];

beforeAll(async () => {
  provideEnv({ PORT: "0" });
  const opened = await openPort({ takesUpgrade: ({ url }) => url === "/live" });
  ({ server, port } = opened);
  opened.answerWith((req, res) => void text(req).then((body) => res.end(`${req.method} ${req.url} ${body}`)));
  server.on("upgrade", (req, socket) => {
    upgraded.push(req.url);
    socket.destroy();
  });
});
afterAll(() => void server.close());

async function ask(method: string, path: string, headers: Record<string, string>, body?: string) {
  const asking = request({ port, method, path, headers }).end(body);
  const [answer] = await once(asking, "response");
  return text(answer);
}

const http2 = { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAMAAABk" };
const webSocket = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
};

it("answers a request as if it had not asked for a protocol that is not spoken", async () => {
  expect(await ask("GET", "/health", http2)).toBe("GET /health ");
  expect(await ask("POST", "/contacts", http2, "a body")).toBe("POST /contacts a body");
});

it("speaks WebSocket where it is taken, and nowhere else", async () => {
  expect(await ask("GET", "/health", webSocket)).toBe("GET /health ");
  expect(await ask("GET", "/live", http2)).toBe("GET /live ");
  const live = new WebSocket(`ws://localhost:${port}/live`);
  const [error] = await once(live, "error");
  expect(error).toMatchObject({ code: "ECONNRESET" });
  expect(upgraded).toEqual(["/live"]);
});
