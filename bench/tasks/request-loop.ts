import { Agent, type IncomingMessage, request } from "node:http";

type Load = {
  url: string;
  /** Used in turn, so that no caller's rate limit is the limit. */
  apiKeys: string[];
  method: "GET" | "POST";
  /** What stands for `requestNumber` in it is another in every request. */
  body?: string;
  count: number;
  status: number;
};

export const requestNumber = "{request-number}";
let asked = 0;

const lanes = 16;
const agent = new Agent({ keepAlive: true, maxSockets: lanes });

/** Requests over a few kept connections. Gives the seconds it took; throws when an answer is not as expected. */
export async function requestLoop(load: Load): Promise<number> {
  let left = load.count;
  const startedAt = performance.now();
  async function lane(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const apiKey = load.apiKeys[left % load.apiKeys.length];
      const { status, text } = await ask(load, apiKey ?? "");
      if (status !== load.status) throw new Error(`${load.method} ${load.url} answered ${status}: ${text}`);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return (performance.now() - startedAt) / 1_000;
}

function ask(load: Load, apiKey: string): Promise<{ status: number; text: string }> {
  const { url, method } = load;
  asked += 1;
  const body = load.body?.replaceAll(requestNumber, String(asked));
  const headers = {
    authorization: `Bearer ${apiKey}`,
    ...(body && { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
  };
  return new Promise((done, fail) => {
    const asking = request(url, { method, agent, headers }, (answer: IncomingMessage) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => done({ status: answer.statusCode ?? 0, text }));
    });
    asking.once("error", fail);
    asking.end(body);
  });
}
