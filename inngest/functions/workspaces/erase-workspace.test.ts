import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SystemScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend } from "@/db/testing/past-send";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import type { Engine } from "@/inngest/engine/engine";
import { toWireId } from "@/lib/contracts/wire/ids";
import { sweepDeletedWorkspaces } from "@/lib/domain/workspaces/sweep-deleted-workspaces";
import { call } from "@/lib/platform/testing/call";

describe("a workspace that its owner deletes", () => {
  const database = useTestDatabase();
  let engine: Engine;
  beforeAll(async () => {
    const [{ startEngine }, { functions }, { inngest }] = await Promise.all([
      import("@/inngest/engine/engine"),
      import("@/inngest/functions"),
      import("@/inngest/client"),
    ]);
    const [debug, info, warn, error] = Array.from({ length: 4 }, () => () => undefined);
    const log = { debug, info, warn, error } as Parameters<typeof startEngine>[0]["log"];
    engine = await startEngine({ sql: database.sql, functions, client: inngest, concurrency: 2, log });
  });
  afterAll(() => engine.stop());

  async function deleteWithPeople(): Promise<Scenario> {
    const mine = await createScenario(database.sql);
    await addPastSend(mine.scope, { people: [{ deliveries: ["accepted"] }] });
    const owner = await signInMember(database.sql, mine, "owner");
    const { DELETE } = await import("@/app/api/v1/workspaces/[workspace_id]/route");
    const params = { workspace_id: toWireId("workspace", mine.workspaceId) };
    expect((await call(DELETE, owner, { params })).status).toBe(204);
    return mine;
  }

  const left = async ({ scope, workspaceId }: Scenario) => {
    const [row] = await scope.sql<{ count: number }>`
      select (select count(*) from workspaces where id = ${workspaceId})::int
        + (select count(*) from notifications where workspace_id = ${workspaceId})::int as count`;
    return row?.count;
  };

  it("is gone with everything in it soon after", async () => {
    const mine = await deleteWithPeople();
    await expect.poll(() => left(mine)).toBe(0);
  });

  it("goes in the end, also when the word of it was lost", async () => {
    await engine.stop();
    const mine = await deleteWithPeople();
    await database.sql`delete from workflow.outbox`;
    const system = SystemScope.mint(database.sql);
    await sweepDeletedWorkspaces(system, new Date());
    const asked = () =>
      database.sql`select data from workflow.outbox where name = 'workspaces/workspace.deleted'`;
    expect(await asked()).toEqual([]);
    await sweepDeletedWorkspaces(system, new Date(Date.now() + 2 * 3_600_000));
    expect(await asked()).toEqual([{ data: { workspaceId: mine.workspaceId } }]);
  });
});
