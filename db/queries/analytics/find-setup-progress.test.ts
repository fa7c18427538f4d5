import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { rowsRead } from "@/db/testing/rows-read";
import { createScenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { findSetupProgress } from "./find-setup-progress";

describe("what a workspace has done so far", () => {
  const database = useTestDatabase();

  it("is found without a walk through its audit log", async () => {
    const { scope, workspaceId } = await createScenario(database.sql);
    await scope.sql`
      insert into campaigns (workspace_id, id, name, channel, audience, contents, created_by)
      values (${workspaceId}, ${newId()}, 'Spring', 'sms', '{"and": []}', '[]', 'me')`;
    await scope.sql`
      insert into audit_log (workspace_id, id, actor_kind, actor_id, actor_name, action, target_kind, target_id)
      select ${workspaceId}, uuidv7(), 'user', 'me', 'me', 'campaign.address_tested', 'campaign', 'c' || n
      from generate_series(1, 2000) n`;
    await database.sql`analyze audit_log, campaigns`;
    const read = await scope.transaction(async (tx) => {
      const before = await rowsRead(tx, "audit_log");
      expect(await findSetupProgress(tx)).toMatchObject({ hasTest: false });
      return (await rowsRead(tx, "audit_log")) - before;
    });
    expect(read).toBeLessThan(10);
  });
});
