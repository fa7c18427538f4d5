import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startServer } from "../fixtures/start-server";

test("when its database is killed it says so, starts it again and goes on", async ({ request }) => {
  test.setTimeout(120_000);
  const { demo, dataFolder, stop } = await startServer();
  try {
    const ask = () =>
      request.get(`${demo.url}/api/v1/contacts?limit=1`, {
        headers: { authorization: `Bearer ${demo.apiKey}` },
      });
    const status = async () => (await ask()).status();
    expect(await status()).toBe(200);

    const pidFile = join(dataFolder, "postgres", "data", "postmaster.pid");
    process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), "SIGKILL");
    await expect.poll(status, { intervals: [20] }).toBe(503);
    const refusal = await ask();
    if (refusal.status() === 503) expect(Number(refusal.headers()["retry-after"])).toBeGreaterThan(0);

    await expect.poll(status, { timeout: 30_000 }).toBe(200);
  } finally {
    await stop();
  }
});
