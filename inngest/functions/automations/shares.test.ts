import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { lockAutomation } from "@/db/queries/automations/automations";
import { define, Journey, say, wait } from "@/db/testing/automation-journey";
import { countBlocked } from "@/db/testing/count-blocked";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import type { Engine } from "@/inngest/engine/engine";
import { quietLog } from "@/inngest/engine/testing/engine-setup";
import { eventPlaces } from "@/inngest/places";
import { archiveAutomation } from "@/lib/domain/automations/archive-automation";
import { createAutomation } from "@/lib/domain/automations/create-automation";
import type { Definition } from "@/lib/domain/automations/definition";
import { publishAutomation } from "@/lib/domain/automations/publish-automation";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";

describe("the automations of many workspaces on one engine", () => {
  const database = useTestDatabase();
  const patience = { timeout: 30_000, interval: 50 };
  let engine: Engine;
  let large: Scenario;
  let small: Scenario;

  beforeAll(async () => {
    [large, small] = [await furnish(), await furnish()];
    const [{ startEngine }, { functions }, { inngest }, { enginePlaces }] = await Promise.all([
      import("@/inngest/engine/engine"),
      import("@/inngest/functions"),
      import("@/inngest/client"),
      import("@/inngest/places"),
    ]);
    engine = await startEngine({
      sql: database.sql,
      functions,
      client: inngest,
      concurrency: enginePlaces,
      log: quietLog,
    });
  });
  afterAll(() => engine.stop());

  async function furnish(): Promise<Scenario> {
    const scenario = await createScenario(database.sql, { timeZone: "UTC" });
    await scenario.ctx.transaction(createSandboxProviders);
    await createPeople(scenario, "share", "app_push", [{ name: "ada" }]);
    return scenario;
  }

  async function publish({ ctx }: Scenario, trigger: Definition["trigger"]): Promise<string> {
    const definition = define({ trigger, steps: [wait(600), say("Later")] });
    const { id } = await createAutomation(ctx, { name: "One", definition });
    await publishAutomation(ctx, { automationId: id });
    return id;
  }

  const statuses = ({ scope, workspaceId }: Scenario, automation: string) => scope.sql`
    select status, exit_reason from enrolments where workspace_id = ${workspaceId} and automation_id = ${automation}`;
  const lookNow = () => database.sql`
    update workflow.crons set next_at = now() where function_id like '%sweep-automations'`;
  const becomeSilent = ({ scope, workspaceId }: Scenario, automation: string) =>
    scope.transaction(async (tx) => {
      await tx.sql`
      update contacts set last_active_at = now() - interval '30 days 1 minute' where workspace_id = ${workspaceId}`;
      await tx.sql`
      update automations set swept_until = now() - interval '5 minutes'
      where workspace_id = ${workspaceId} and id = ${automation}`;
    });

  it("looks at each by itself: one that fails stops none after it, and archived ones are emptied", async () => {
    const inactive = { kind: "inactive", days: 30 } as const;
    const [broken, healthy] = [await publish(large, inactive), await publish(small, inactive)];
    await becomeSilent(large, broken);
    await becomeSilent(small, healthy);
    const audience = { field: "no_such_field", operator: "equals", value: "x" };
    await large.scope.sql`
      update automation_versions set definition = definition || ${large.scope.json({ audience })}
      where workspace_id = ${large.workspaceId} and automation_id = ${broken}`;
    await lookNow();
    await vi.waitFor(
      async () => expect(await statuses(small, healthy)).toEqual([{ status: "active", exitReason: null }]),
      patience,
    );
    await small.scope.sql`
      update automations set status = 'archived' where workspace_id = ${small.workspaceId} and id = ${healthy}`;
    await lookNow();
    await vi.waitFor(
      async () =>
        expect(await statuses(small, healthy)).toEqual([{ status: "exited", exitReason: "archived" }]),
      patience,
    );
  });

  it("takes everybody out of what is archived, after the answer was given", async () => {
    const automation = await publish(small, { kind: "event", event: "signed_up", where: [] });
    await new Journey(small, new Date().toISOString()).track("share-ada", "signed_up");
    await vi.waitFor(
      async () => expect(await statuses(small, automation)).toEqual([{ status: "active", exitReason: null }]),
      patience,
    );
    await archiveAutomation(small.ctx, { automationId: automation });
    await vi.waitFor(
      async () =>
        expect(await statuses(small, automation)).toEqual([{ status: "exited", exitReason: "archived" }]),
      patience,
    );
  });

  it("applies an event of a small workspace while those of a large one take all the places they may", async () => {
    const called: Definition["trigger"] = { kind: "event", event: "called", where: [] };
    const [slow, quick] = [await publish(large, called), await publish(small, called)];
    const journey = new Journey(large, new Date().toISOString());
    await large.scope.transaction(async (tx) => {
      await lockAutomation(tx, slow);
      for (let n = 0; n < 2 * eventPlaces; n += 1) await journey.track("share-ada", "called");
      await vi.waitFor(
        async () => expect(await countBlocked(database.sql)).toBeGreaterThanOrEqual(eventPlaces / 2),
        patience,
      );
      await new Journey(small, new Date().toISOString()).track("share-ada", "called");
      await vi.waitFor(
        async () => expect(await statuses(small, quick)).toEqual([{ status: "active", exitReason: null }]),
        { timeout: 5_000, interval: 50 },
      );
    });
  });
});
