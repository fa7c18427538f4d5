import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { deliverChunk } from "@/lib/domain/runs/deliver-chunk";
import { sendResponse, toHeaders } from "@/lib/platform/http/door/node-exchange";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { POST } from "./route";

async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const request = new Request("http://localhost/api/hooks/sandbox", {
    method: "POST",
    headers: toHeaders(req),
    body: await buffer(req),
  });
  await sendResponse(await POST(request), res);
}

describe("a provider that tells of an arrival before it answers", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  const product = createServer((req, res) => void take(req, res));
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    product.listen(0, "127.0.0.1");
    await once(product, "listening");
  });
  afterAll(() => product.close());

  it("loses none of what it tells", async () => {
    const { port } = product.address() as AddressInfo;
    await sandbox.post("/_/scenario", {
      workspace: mine.workspaceId,
      channel: "sms",
      latency: { p50: 3_000, p99: 3_000 },
      receiptUrl: `http://127.0.0.1:${port}/`,
    });
    const phones = Array.from({ length: 20 }, (_, n) => `+90532${5_000_011 + n * 2}`);
    const runId = await openTestRun(mine, "sms", phones);
    await deliverChunk(mine.ctx, { runId, chunkNo: 1 });
    const byStatus = () => mine.scope.sql`
      select status, count(*)::int as messages from deliveries
      where workspace_id = ${mine.workspaceId} and run_id = ${runId} group by status`;
    await expect.poll(byStatus, { timeout: 10_000 }).toEqual([{ status: "delivered", messages: 20 }]);
  });
});
