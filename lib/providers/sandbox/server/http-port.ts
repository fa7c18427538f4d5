import { createServer as createHttp1, type IncomingMessage, type ServerResponse } from "node:http";
import {
  constants,
  createServer as createHttp2,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import { createServer, type Server, type Socket } from "node:net";
import type { SandboxReply, SandboxRequest } from "./exchange";

const http2Preface = "PRI * HTTP/2.0";
const bodyBytesMax = 1024 * 1024;
const streamsMax = 100;
/** Longer than clients keep a connection: none must send into one that is being closed. */
const keepAliveMillis = 65_000;

export type AnswerRequest = (request: SandboxRequest) => SandboxReply | Promise<SandboxReply>;

/** HTTP/1.1 and HTTP/2 without TLS on one port, told apart by a connection's first bytes. */
export function createHttpPort(answer: AnswerRequest): Server {
  const http1 = createHttp1({ keepAliveTimeout: keepAliveMillis }, (request, response) => {
    // Whoever left in the middle of a body waits for nothing.
    answerHttp1(answer, request, response).catch(() => response.destroy());
  });
  const http2 = createHttp2({ settings: { maxConcurrentStreams: streamsMax } });
  http2.on("sessionError", () => undefined);
  http2.on("session", (session) => serveSession(answer, session));
  const sockets = new Set<Socket>();
  const port = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    socket.once("data", (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      const isHttp2 =
        http2Preface.startsWith(first.toString("latin1", 0, http2Preface.length)) && first.length > 2;
      (isHttp2 ? http2 : http1).emit("connection", socket);
      process.nextTick(() => socket.resume());
    });
  });
  port.on("drop-connections", () => {
    for (const socket of sockets) socket.destroy();
  });
  return port;
}

async function answerHttp1(
  answer: AnswerRequest,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  incoming.on("error", () => undefined);
  response.on("error", () => undefined);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) return void response.writeHead(413).end();
    chunks.push(chunk);
  }
  const request = toRequest(
    incoming.method ?? "GET",
    incoming.url ?? "/",
    incoming.headers,
    Buffer.concat(chunks),
  );
  const reply = await toReply(answer, request);
  if (reply.link === "hang") return;
  if (reply.link === "reset") return void incoming.socket.destroy();
  if (reply.delayMillis) await sleep(reply.delayMillis);
  if (reply.link === "drop") return void incoming.socket.destroy();
  response.writeHead(reply.status, toHeaders(reply)).end(toBody(reply));
}

/** A mistake in here is answered too: nobody else in this process may die of it. */
async function toReply(answer: AnswerRequest, request: SandboxRequest): Promise<SandboxReply> {
  try {
    return await answer(request);
  } catch (error) {
    return { status: 500, body: { error: String(error) } };
  }
}

function serveSession(answer: AnswerRequest, session: ServerHttp2Session): void {
  let answered = 0;
  let lastAcceptedId = Number.POSITIVE_INFINITY;
  let newestId = 0;
  session.on("error", () => undefined);
  session.on("stream", (stream, headers) => {
    stream.on("error", () => undefined);
    const chunks: Buffer[] = [];
    let bytes = 0;
    stream.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= bodyBytesMax) chunks.push(chunk);
    });
    stream.on("end", () => {
      const id = stream.id ?? 0;
      if (id > lastAcceptedId) return stream.close(constants.NGHTTP2_REFUSED_STREAM);
      if (bytes > bodyBytesMax) return stream.respond({ ":status": 413 }, { endStream: true });
      newestId = Math.max(newestId, id);
      const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      const request = toRequest(headers[":method"] ?? "GET", headers[":path"] ?? "/", headers, body);
      void toReply(answer, request).then((reply) => {
        answered += 1;
        if (
          reply.goawayEvery &&
          answered >= reply.goawayEvery &&
          lastAcceptedId === Number.POSITIVE_INFINITY
        ) {
          lastAcceptedId = newestId;
          session.goaway(constants.NGHTTP2_NO_ERROR, newestId);
        }
        return answerStream(session, stream, reply);
      });
    });
  });
}

async function answerStream(
  session: ServerHttp2Session,
  stream: ServerHttp2Stream,
  reply: SandboxReply,
): Promise<void> {
  if (reply.link === "hang") return;
  if (reply.link === "reset") return stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  if (reply.delayMillis) await sleep(reply.delayMillis);
  if (reply.link === "drop") return session.destroy();
  if (stream.destroyed) return;
  stream.respond({ ":status": reply.status, ...toHeaders(reply) });
  stream.end(toBody(reply));
}

function toRequest(
  method: string,
  target: string,
  headers: IncomingHttpHeaders | IncomingMessage["headers"],
  body: Buffer,
): SandboxRequest {
  const [path = "/", query = ""] = target.split("?", 2);
  return { method, path, query: new URLSearchParams(query), headers, body };
}

function toHeaders(reply: SandboxReply): Record<string, string> {
  return {
    ...(reply.body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
    ...reply.headers,
  };
}

function toBody(reply: SandboxReply): string | undefined {
  return reply.body === undefined ? undefined : JSON.stringify(reply.body);
}

function sleep(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
