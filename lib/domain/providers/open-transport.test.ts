import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { provideEnv } from "@/lib/platform/env";
import { createProvider } from "./create-provider";
import { getProvider } from "./get-provider";
import { closeTransports, openTransport } from "./open-transport";
import type { Outcome } from "./outcome";
import { OutcomeTally } from "./outcome-tally";
import { recordProviderHealth } from "./record-provider-health";
import { updateProvider } from "./update-provider";

const credentials = { host: "127.0.0.1", port: 9, security: "none", fromAddress: "a@example.com" };

const accepted: Outcome = { kind: "accepted", providerMessageId: "m", code: "250", detail: "" };
const gone: Outcome = { kind: "recipient_gone", code: "550 5.1.1", detail: "no such user" };
const down: Outcome = { kind: "transient", code: "421", detail: "try later" };
const refused: Outcome = { kind: "auth_or_config", code: "535", detail: "bad password" };

describe("a provider's connection", () => {
  const database = useTestDatabase();
  let scenario: Scenario;
  beforeAll(async () => {
    provideEnv({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "true" });
    scenario = await createScenario(database.sql);
  });
  afterAll(closeTransports);
  const connectMail = () => createProvider(scenario.ctx, { kind: "smtp", name: "Mail", credentials });

  test("is shared until its credentials change, and only then opened anew", async () => {
    const { id: providerId } = await connectMail();
    const first = await openTransport(scenario.scope, providerId);
    expect((await openTransport(scenario.scope, providerId)).transport).toBe(first.transport);
    await updateProvider(scenario.ctx, { providerId, ratePerSecond: 7 });
    const faster = await openTransport(scenario.scope, providerId);
    expect(faster).toMatchObject({ ratePerSecond: 7 });
    expect(faster.transport).toBe(first.transport);
    await updateProvider(scenario.ctx, { providerId, credentials: { port: 10 } });
    expect((await openTransport(scenario.scope, providerId)).transport).not.toBe(first.transport);
  });

  test("is nothing to another workspace", async () => {
    const { id } = await connectMail();
    const other = await createScenario(database.sql);
    await expect(openTransport(other.scope, id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is healthy while it takes messages, whatever becomes of the recipients", async () => {
    const { id: providerId } = await connectMail();
    const healthAfter = async (outcomes: Outcome[]) => {
      await recordProviderHealth(scenario.scope, providerId, OutcomeTally.of(outcomes));
      return getProvider(scenario.ctx, { providerId });
    };
    expect((await getProvider(scenario.ctx, { providerId })).health).toBe("unverified");
    expect((await healthAfter([...Array<Outcome>(30).fill(accepted), gone, gone])).health).toBe("healthy");
    const troubled = await healthAfter(Array<Outcome>(8).fill(down));
    expect(troubled).toMatchObject({ health: "degraded", day: { accepted: 30, rejected: 2, faulted: 8 } });
    expect(troubled.lastFailureDetail).toBe("421: try later");
    expect((await healthAfter([refused])).health).toBe("failing");
    expect((await healthAfter([...Array<Outcome>(400).fill(accepted)])).health).toBe("healthy");
  });

  test("is judged by the same hours on every host, whatever its time zone", async () => {
    const { id: providerId } = await connectMail();
    for (const zone of ["UTC", "Asia/Kolkata", "Asia/Kathmandu"])
      await scenario.scope.transaction(async (tx) => {
        await tx.sql`select set_config('timezone', ${zone}, true)`;
        await recordProviderHealth(tx, providerId, OutcomeTally.of([accepted]));
      });
    const hours = await scenario.scope.sql`
      select accepted, hour = date_trunc('hour', now(), 'UTC') as is_whole from provider_hours
      where workspace_id = ${scenario.workspaceId} and provider_id = ${providerId}`;
    expect(hours).toEqual([{ accepted: 3, isWhole: true }]);
  });
});
