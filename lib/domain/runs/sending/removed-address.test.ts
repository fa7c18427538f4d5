import { beforeAll, describe, expect, it } from "vitest";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { updateContact } from "@/lib/domain/contacts/update-contact";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { deliverChunk } from "../deliver-chunk";

describe("a number that was corrected", () => {
  const database = useTestDatabase();
  useSandbox();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
  });

  const deliveries = (runId: string) => mine.scope.sql`
    select s.address, d.status, d.code from deliveries d
    join subscriptions s on s.workspace_id = d.workspace_id and s.id = d.subscription_id
    where d.workspace_id = ${mine.workspaceId} and d.run_id = ${runId} order by 1`;
  const recipientOf = async (runId: string) => {
    const [row] = await mine.scope.sql<{ contactId: string }>`
      select contact_id from notifications where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    return row?.contactId ?? "";
  };

  it("is written to instead of the old one, also in a run that was already frozen", async () => {
    const runId = await openTestRun(mine, "sms", ["+905321112233"]);
    await updateContact(mine.ctx, { contactId: await recipientOf(runId), phone: "+905321112244" });
    expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 })).toEqual({ state: "done" });
    expect(await deliveries(runId)).toMatchObject([{ address: "+905321112244", status: "accepted" }]);
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ audience: 1, sent: 1, pending: 0 });
  });

  it("settles what was still being tried with the old one, and is written to once", async () => {
    const runId = await openTestRun(mine, "sms", ["+905321112255"]);
    const contactId = await recipientOf(runId);
    await mine.scope.sql`
      insert into deliveries (workspace_id, run_id, contact_id, subscription_id, channel, provider_id, status, attempts)
      select s.workspace_id, ${runId}, s.contact_id, s.id, 'sms', r.provider_id, 'retrying', 1 from subscriptions s
      join runs r on r.workspace_id = s.workspace_id and r.id = ${runId}
      where s.workspace_id = ${mine.workspaceId} and s.contact_id = ${contactId}`;
    await mine.scope.sql`
      update run_chunks set intent_contact_id = ${contactId} where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    await updateContact(mine.ctx, { contactId, phone: "+905321112266" });
    await deliverChunk(mine.ctx, { runId, chunkNo: 1 });
    expect(await deliveries(runId)).toMatchObject([
      { address: "+905321112255", status: "failed", code: "no_endpoint" },
      { address: "+905321112266", status: "accepted" },
    ]);
    expect(await findRunTotals(mine.scope, runId)).toMatchObject({ audience: 1, sent: 1, pending: 0 });
  });
});
