import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { rowsRead } from "@/db/testing/rows-read";
import { createScenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { listLostTo } from "./list-lost-to";

describe("what had the places of people under a cap", () => {
  const database = useTestDatabase();

  it("is found without a look at every send of the workspace", async () => {
    const { scope, workspaceId } = await createScenario(database.sql);
    const [campaignId, runId] = [newId(), newId()];
    await scope.sql`
      insert into campaigns (workspace_id, id, name, channel, audience, contents, created_by)
      values (${workspaceId}, ${campaignId}, 'Spring', 'sms', '{"and": []}', '[]', 'me')`;
    const [winner] = await scope.sql<{ id: string }>`
      insert into runs (workspace_id, id, kind, status, channel, category, contents, send_at)
      select ${workspaceId}, uuidv7(), 'transactional', 'finished', 'sms', 'transactional', '[]', now()
      from generate_series(1, 2000)
      returning id`;
    await scope.sql`
      insert into runs (workspace_id, id, kind, status, channel, category, contents, send_at, campaign_id)
      values (${workspaceId}, ${runId}, 'campaign', 'finished', 'sms', 'marketing', '[]', now(), ${campaignId})`;
    await scope.sql`
      insert into skips (workspace_id, run_id, contact_id, reason, inputs)
      values (${workspaceId}, ${runId}, ${newId()}, 'frequency_cap', ${scope.json({ lostTo: [winner?.id ?? ""] })})`;
    await database.sql`analyze runs, skips, campaigns`;
    const read = await scope.transaction(async (tx) => {
      const before = await rowsRead(tx, "runs");
      expect(await listLostTo(tx, campaignId)).toEqual([{ campaignId: null, name: null, people: 1 }]);
      return (await rowsRead(tx, "runs")) - before;
    });
    expect(read).toBeLessThan(10);
  });
});
