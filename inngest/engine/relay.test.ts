import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Inngest } from "inngest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { useTestDatabase } from "@/db/testing/database";
import { startEngine } from "./engine";
import { createSdkLogger } from "./protocol/sdk-logger";
import { quickTimings, quietLog } from "./testing/engine-setup";

type Received = { id: string; name: string; data: unknown; ts: number };

describe("relay to a real server", () => {
  const database = useTestDatabase();
  const received: Received[] = [];
  let refusals = 1;
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const events = JSON.parse(await text(request)) as Received[];
    const isRefused = refusals > 0 && request.url === "/e/the-key";
    refusals -= 1;
    if (!isRefused) received.push(...events);
    response.writeHead(isRefused ? 503 : 200, { "content-type": "application/json" });
    response.end(
      JSON.stringify(
        isRefused ? { error: "later", status: 503 } : { ids: events.map((e) => e.id), status: 200 },
      ),
    );
  }

  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(() => server.close());

  it("sends every event with its outbox id, tries again after an error, and then forgets it", async () => {
    const { port } = server.address() as AddressInfo;
    const client = new Inngest({
      id: "app",
      isDev: false,
      eventKey: "the-key",
      baseUrl: `http://127.0.0.1:${port}`,
      logger: createSdkLogger(quietLog),
    });
    const ts = new Date("2030-01-01T00:00:00Z");
    await insertOutboxEvents(database.sql, [{ id: "one", name: "a/one", data: { n: 1 }, ts }]);
    const engine = await startEngine({
      sql: database.sql,
      client,
      functions: [],
      concurrency: 1,
      log: quietLog,
      timings: quickTimings,
    });
    await database.sql.begin((tx) => insertOutboxEvents(tx, [{ id: "two", name: "a/two", data: {} }]));
    await expect.poll(() => received.length, { timeout: 15_000 }).toBe(2);
    await expect
      .poll(async () => (await database.sql`select 1 from workflow.outbox`).length, { timeout: 15_000 })
      .toBe(0);
    await engine.stop();
    expect(received.map(({ id, name }) => [id, name]).sort()).toEqual([
      ["one", "a/one"],
      ["two", "a/two"],
    ]);
    expect(received.find((event) => event.id === "one")).toMatchObject({ data: { n: 1 }, ts: ts.getTime() });
    expect(await database.sql`select 1 from workflow.runs`).toHaveLength(0);
  });
});
