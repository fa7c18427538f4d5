import { beforeAll, describe, expect, it } from "vitest";
import { define, say } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { newId } from "@/lib/platform/ids";
import { createAutomation } from "../create-automation";
import type { Definition, MessageStep } from "../definition";
import { publishAutomation } from "../publish-automation";
import { updateAutomation } from "../update-automation";
import { testAutomation } from "./test-automation";

describe("what a message of an automation is reported under", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let contactId: string;

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "report", "app_push", [{ name: "ada" }]);
    const [contact] = await mine.scope.sql<{ id: string }>`
      select id from contacts where workspace_id = ${mine.workspaceId}`;
    contactId = contact?.id ?? "";
  });

  const create = (definition: Definition, name = "One") => createAutomation(mine.ctx, { name, definition });
  const saying = (title: string, more: Partial<MessageStep> = {}) => define({ steps: [say(title, more)] });
  const reportOf = async (id: string) => {
    const [row] = await mine.scope.sql`
      select automation_id, channel, contents -> 0 ->> 'title' as title from campaigns
      where workspace_id = ${mine.workspaceId} and id = ${id}`;
    return row;
  };
  const publish = (automationId: string) => publishAutomation(mine.ctx, { automationId });
  const runTest = (automationId: string) =>
    testAutomation(mine.ctx, { automationId, contactId, skipWaits: true });
  const taken = {
    code: "conflict",
    details: { reason: "step_taken", errors: [{ pointer: "definition.steps.0.id", code: "taken" }] },
  };

  it("is its automation's alone: one with the same steps can neither be published nor tested", async () => {
    const stepId = newId();
    const [first, second] = [
      await create(saying("First", { id: stepId })),
      await create(saying("Second", { id: stepId })),
    ];
    await publish(first.id);
    await expect(publish(second.id)).rejects.toMatchObject(taken);
    await expect(runTest(second.id)).rejects.toMatchObject(taken);
    expect(await reportOf(stepId)).toMatchObject({ automationId: first.id, title: "First" });
  });

  it("is its automation's alone, even when both are published at the same moment", async () => {
    const stepId = newId();
    const both = [
      await create(saying("First", { id: stepId })),
      await create(saying("Second", { id: stepId })),
    ];
    const ends = await Promise.allSettled(both.map(({ id }) => publish(id)));
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({ reason: taken });
  });

  it("says what is live while a changed draft is tested, and the draft once that is published", async () => {
    const stepId = newId();
    const { id } = await create(saying("Live words", { id: stepId }));
    const { version } = await publish(id);
    const definition = saying("Draft words", { id: stepId, channels: ["email"] });
    await updateAutomation(mine.ctx, { automationId: id, version, definition });
    await runTest(id);
    expect(await reportOf(stepId)).toMatchObject({ channel: "app_push", title: "Live words" });
    await publish(id);
    expect(await reportOf(stepId)).toMatchObject({ channel: "email", title: "Draft words" });
  });
});
