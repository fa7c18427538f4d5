import { once } from "node:events";
import { connect as connectHttp2 } from "node:http2";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createHttpPort } from "./http-port";

let port: Server;
const unheard: unknown[] = [];
const hear = (error: unknown) => unheard.push(error);

beforeAll(async () => {
  process.on("unhandledRejection", hear);
  process.on("uncaughtException", hear);
  port = createHttpPort(({ path }) => {
    if (path === "/broken") throw new Error("a mistake in the sandbox");
    return { status: 200, body: { path } };
  });
  port.listen(0, "127.0.0.1");
  await once(port, "listening");
});
afterEach(async () => {
  // Rejections that nobody handles are told after the microtasks.
  await new Promise(setImmediate);
  expect(unheard).toEqual([]);
});
afterAll(() => {
  process.off("unhandledRejection", hear);
  process.off("uncaughtException", hear);
  port.emit("drop-connections");
  port.close();
});

const address = () => port.address() as AddressInfo;
const get = (path: string) => fetch(`http://127.0.0.1:${address().port}${path}`);

test("a caller that leaves in the middle of a body takes nobody along", async () => {
  const arrival = once(port, "connection");
  const socket = connect(address().port, "127.0.0.1");
  const [arrived] = (await arrival) as [Socket];
  socket.write("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf");
  await once(arrived, "data");
  socket.resetAndDestroy();
  await new Promise((resolve) => arrived.once("close", resolve));
  expect((await get("/after")).status).toBe(200);
});

test("a mistake of ours is an answer too, over HTTP/1.1 and over HTTP/2", async () => {
  expect((await get("/broken")).status).toBe(500);
  const session = connectHttp2(`http://127.0.0.1:${address().port}`);
  const stream = session.request({ ":path": "/broken" });
  const [headers] = (await once(stream, "response")) as [Record<string, unknown>];
  expect(headers[":status"]).toBe(500);
  session.destroy();
  expect((await get("/after")).status).toBe(200);
});

test("an idle connection is kept for longer than clients keep theirs", async () => {
  expect((await get("/")).headers.get("keep-alive")).toBe("timeout=65");
});
