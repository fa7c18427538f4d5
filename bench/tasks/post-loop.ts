import { type ClientHttp2Session, connect } from "node:http2";
import { stubPath, stubToken } from "./stub-request";

type Load = { url: string; body: string; count: number; connections: number; streams: number };

let open: { url: string; sessions: ClientHttp2Session[] } | undefined;

/** The least that posts: node:http2 and nothing around it. Gives the seconds it took. */
export async function postLoop({ url, body, count, connections, streams }: Load): Promise<number> {
  if (open?.url !== url) open = { url, sessions: Array.from({ length: connections }, () => connect(url)) };
  const { sessions } = open;
  const headers = headersFor(new URL(url));
  let left = count;
  const startedAt = performance.now();
  async function lane(session: ClientHttp2Session): Promise<void> {
    while (left > 0) {
      left -= 1;
      const status = await post(session, headers, body);
      if (status !== 200) throw new Error(`The stub answered ${status}.`);
    }
  }
  await Promise.all(sessions.flatMap((session) => Array.from({ length: streams }, () => lane(session))));
  return (performance.now() - startedAt) / 1_000;
}

function post(session: ClientHttp2Session, headers: string[], body: string): Promise<number> {
  return new Promise((done, fail) => {
    const stream = session.request(headers);
    let status = 0;
    stream.on("response", (received) => {
      status = received[":status"] ?? 0;
    });
    stream.on("error", fail);
    stream.on("end", () => done(status));
    stream.resume();
    stream.end(body);
  });
}

const headersFor = (url: URL): string[] => [
  ":method",
  "POST",
  ":scheme",
  "http",
  ":authority",
  url.host,
  ":path",
  stubPath,
  "authorization",
  `Bearer ${stubToken}`,
  "content-type",
  "application/json;charset=utf-8",
];
