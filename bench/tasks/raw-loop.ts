import { once } from "node:events";
import { connect, type Socket } from "node:net";

type Load = {
  port: number;
  /** Whole requests, used in turn. */
  requests: string[];
  count: number;
  connections: number;
  /** How many requests of a connection are under way at once. */
  depth: number;
  /** How each answer must begin. */
  answer: string;
};

/** Requests byte for byte over bare sockets: a client that costs next to nothing beside what it measures. Gives seconds. */
export async function rawLoop(load: Load): Promise<number> {
  const sockets = await Promise.all(
    Array.from({ length: load.connections }, async () => {
      const socket = connect(load.port, "127.0.0.1");
      socket.setNoDelay(true);
      await once(socket, "connect");
      return socket;
    }),
  );
  let left = load.count;
  const next = () => {
    left -= 1;
    return load.requests[left % load.requests.length] ?? "";
  };
  const startedAt = performance.now();
  await Promise.all(sockets.map((socket) => askOver(socket, load, () => left > 0, next)));
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const socket of sockets) socket.destroy();
  return seconds;
}

function askOver(
  socket: Socket,
  { depth, answer }: Load,
  hasMore: () => boolean,
  next: () => string,
): Promise<void> {
  return new Promise((done, fail) => {
    let open = 0;
    let rest = "";
    const ask = (places: number) => {
      let text = "";
      for (let place = 0; place < places && hasMore(); place += 1) {
        text += next();
        open += 1;
      }
      if (text !== "") socket.write(text);
      if (open === 0) done();
    };
    socket.setEncoding("latin1");
    socket.on("data", (part: string) => {
      const heads = (rest + part).split("HTTP/1.1 ");
      rest = heads.pop() ?? "";
      // The last one may be cut; it is counted once its status line is whole.
      const isWhole = rest.length >= answer.length;
      const statuses = [...heads, ...(isWhole ? [rest] : [])].filter((head) => /^\d{3} /.test(head));
      const wrong = statuses.find((head) => !head.startsWith(answer));
      if (wrong !== undefined) fail(new Error(`Answered ${wrong.slice(0, 300)}`));
      rest = isWhole ? "" : `HTTP/1.1 ${rest}`;
      open -= statuses.length;
      ask(statuses.length);
    });
    socket.once("error", fail);
    ask(depth);
  });
}
