import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { define, say } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import type { Engine } from "@/inngest/engine/engine";
import { quietLog } from "@/inngest/engine/testing/engine-setup";
import { createAutomation } from "@/lib/domain/automations/create-automation";
import { publishAutomation } from "@/lib/domain/automations/publish-automation";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { call } from "@/lib/platform/testing/call";
import { useSandbox } from "@/lib/platform/testing/sandbox";

describe("an abandoned cart on the engine", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  let engine: Engine;
  let mine: Scenario;

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "cart", "app_push", [{ name: "ada" }, { name: "bob" }]);
    const [{ startEngine }, { functions }, { inngest }] = await Promise.all([
      import("@/inngest/engine/engine"),
      import("@/inngest/functions"),
      import("@/inngest/client"),
    ]);
    engine = await startEngine({
      sql: database.sql,
      functions,
      client: inngest,
      concurrency: 8,
      log: quietLog,
    });
  });
  afterAll(() => engine.stop());

  it("reaches the device when its wait is over, and not after an order before that", async () => {
    const definition = define({
      trigger: { kind: "cart_abandoned", afterMinutes: 1, category: null },
      steps: [say("{{ cart.items[0].name }} is waiting")],
    });
    const { id: automationId } = await createAutomation(mine.ctx, { name: "Cart", definition });
    await publishAutomation(mine.ctx, { automationId });
    const { POST } = await import("@/app/api/v1/events/route");
    const occurred_at = new Date(Date.now() - 57_000).toISOString();
    const touch = (external_id: string) => ({
      id: external_id,
      name: "cart_updated",
      external_id,
      occurred_at,
      properties: { cart_id: external_id, items: [{ product_id: "1", name: "Lamp" }] },
    });
    await call(POST, mine.apiKey, { body: { events: [touch("cart-ada"), touch("cart-bob")] } });
    const order = { order_id: "1", total: 100, currency: "TRY" };
    await call(POST, mine.apiKey, {
      body: { name: "order_completed", external_id: "cart-bob", properties: order },
    });
    await vi.waitFor(
      async () => {
        const { shown } = await sandbox.readStats(mine.workspaceId);
        expect(shown).toBe(1);
      },
      { timeout: 30_000, interval: 100 },
    );
    const ends = await mine.scope.sql`
      select c.external_id, e.status, e.exit_reason from enrolments e
      join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
      where e.workspace_id = ${mine.workspaceId} order by c.external_id`;
    expect(ends).toEqual([
      { externalId: "cart-ada", status: "completed", exitReason: null },
      { externalId: "cart-bob", status: "exited", exitReason: "ordered" },
    ]);
    const { requests } = await sandbox.readMessages<{ message: { notification: { title: string } } }>({
      to: "cart-ada",
    });
    expect(JSON.stringify(requests)).toContain("Lamp is waiting");
  });
});
