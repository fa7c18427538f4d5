import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "../create-sandbox-providers";
import { listProviders } from "../list-providers";
import { postponeProvider } from "./postpone-provider";
import { takeProviderTokens } from "./take-provider-tokens";
import { burstSecondsOf } from "./token-bucket";

const script = fileURLToPath(new URL("testing/take-tokens-process.ts", import.meta.url));

describe("a provider's rate", () => {
  const database = useTestDatabase();
  let scenario: Scenario;
  let providerIds: string[];
  beforeAll(async () => {
    scenario = await createScenario(database.sql);
    await scenario.ctx.transaction(createSandboxProviders);
    providerIds = (await listProviders(scenario.ctx, {})).data.map(({ id }) => id);
  });
  const provider = (position: number) => providerIds[position] ?? "";

  test("is kept by two processes together, and both get all they asked for", async () => {
    const rate = 200;
    const each = 150;
    const run = async () => {
      const args = [
        "--import",
        "tsx",
        script,
        database.url,
        scenario.workspaceId,
        provider(0),
        `${rate}`,
        `${each}`,
      ];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      return JSON.parse(stdout) as { startedAt: number; endedAt: number };
    };
    const spans = await Promise.all([run(), run()]);
    const first = Math.min(...spans.map(({ startedAt }) => startedAt));
    const last = Math.max(...spans.map(({ endedAt }) => endedAt));
    const allowed = rate * ((last - first) / 1000 + burstSecondsOf(rate));
    expect(2 * each).toBeLessThanOrEqual(allowed + 1);
  });

  test("is kept by many takers at once: together they get one burst, and parts of what they want", async () => {
    const rate = 4;
    const startedAt = Date.now();
    const takes = await Promise.all(
      Array.from({ length: 20 }, () =>
        takeProviderTokens(scenario.scope, provider(1), { wanted: 3, ratePerSecond: rate }),
      ),
    );
    const granted = takes.reduce((sum, take) => sum + take.granted, 0);
    expect(granted).toBeGreaterThanOrEqual(1);
    expect(granted).toBeLessThanOrEqual(1 + rate * ((Date.now() - startedAt) / 1000));
    expect(takes.every((take) => take.retryAfterMillis > 0)).toBe(true);
  });

  test("leaves room for a transactional message when campaigns have drawn all that is theirs", async () => {
    const ratePerSecond = 1_000;
    const bulk = await takeProviderTokens(scenario.scope, provider(2), { wanted: 5_000, ratePerSecond });
    expect(bulk.granted).toBeGreaterThan(0);
    expect(bulk.granted).toBeLessThanOrEqual(210);
    const urgent = await takeProviderTokens(scenario.scope, provider(2), {
      wanted: 10,
      ratePerSecond,
      lane: "transactional",
    });
    expect(urgent).toEqual({ granted: 10, retryAfterMillis: 0 });
  });

  test("stands still until the time that the provider named", async () => {
    const ratePerSecond = 1_000;
    await postponeProvider(scenario.scope, provider(3), { retryAfterMillis: 60_000, ratePerSecond });
    const lane = "transactional";
    const take = await takeProviderTokens(scenario.scope, provider(3), { wanted: 1, ratePerSecond, lane });
    expect(take.granted).toBe(0);
    expect(take.retryAfterMillis).toBeGreaterThan(50_000);
  });
});
