import { expect, it } from "vitest";
import { SystemScope } from "@/db/scope";
import { Journey, say, wait } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import type { Trigger } from "@/lib/domain/automations/definition";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { unsafeAcrossWorkspacesListOverdueEnrolments } from "./due-automations";

const database = useTestDatabase();

it("workspaces with people who are overdue are woken, those who wait longest first, and deleted ones not", async () => {
  const expected: string[] = [];
  for (const minutesAgo of [30, 90, 60]) {
    const mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "due", "app_push", [{ name: "ada" }]);
    const journey = new Journey(mine, new Date(Date.now() - minutesAgo * 60_000).toISOString());
    const trigger: Trigger = { kind: "event", event: "viewed", where: [] };
    await journey.publish({ trigger, steps: [wait(1), say("Hello")] });
    await journey.track("due-ada", "viewed");
    await journey.hear();
    if (minutesAgo === 60)
      await database.sql`update workspaces set deleted_at = now() where id = ${mine.workspaceId}`;
    else expected.unshift(mine.workspaceId);
  }
  const found = await unsafeAcrossWorkspacesListOverdueEnrolments(SystemScope.mint(database.sql), 60);
  expect(found.map(({ workspaceId }) => workspaceId)).toEqual(expected);
});
