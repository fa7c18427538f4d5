import { beforeAll, expect, it } from "vitest";
import { mergeInto } from "@/db/queries/events/merge-people";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { deliverChunk } from "../deliver-chunk";

const database = useTestDatabase();
const sandbox = useSandbox();
let mine: Scenario;
beforeAll(async () => {
  mine = await createScenario(database.sql);
  await mine.ctx.transaction(createSandboxProviders);
});

const recipientsOf = async (runId: string) => {
  const rows = await mine.scope.sql<{ contactId: string }>`
    select contact_id from notifications where workspace_id = ${mine.workspaceId} and run_id = ${runId} order by 1`;
  return rows.map(({ contactId }) => contactId);
};
const merge = (from = "", into = "") => mine.scope.transaction((tx) => mergeInto(tx, from, into));
const shownTo = async (to: string) => (await sandbox.readMessages({ to })).shown.length;

it("who became part of another contact while their message waited gets it as that one", async () => {
  const others = await openTestRun(mine, "sms", ["+905321117711"]);
  const [user] = await recipientsOf(others);
  const runId = await openTestRun(mine, "sms", ["+905321117722"]);
  await merge((await recipientsOf(runId))[0], user);
  expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 })).toEqual({ state: "done" });
  expect(await findRunTotals(mine.scope, runId)).toMatchObject({ audience: 1, sent: 1, skipped: 0 });
  expect((await shownTo("+905321117711")) + (await shownTo("+905321117722"))).toBeGreaterThan(0);
});

it("who is among the people of a run as both contacts gets it once", async () => {
  const runId = await openTestRun(mine, "sms", ["+905321118811", "+905321118822"]);
  const [visitor, user] = await recipientsOf(runId);
  await merge(visitor, user);
  expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 })).toEqual({ state: "done" });
  expect(await findRunTotals(mine.scope, runId)).toMatchObject({ audience: 2, sent: 1, skipped: 1 });
});

it("places under frequency caps go along, one for each run", async () => {
  const runId = await openTestRun(mine, "sms", ["+905321119911", "+905321119922"]);
  const [visitor = "", user = ""] = await recipientsOf(runId);
  const other = await openTestRun(mine, "sms", ["+905321119933"]);
  for (const [contactId, run] of [
    [visitor, runId],
    [user, runId],
    [visitor, other],
  ] as const)
    await mine.scope.sql`
      insert into contact_slots (workspace_id, contact_id, run_id, channel, category, at, priority, is_used)
      values (${mine.workspaceId}, ${contactId}, ${run}, 'sms', 'marketing', now(), 1, true)`;
  await merge(visitor, user);
  const slots = await mine.scope.sql`
    select run_id from contact_slots where workspace_id = ${mine.workspaceId} and contact_id = ${user}`;
  expect(slots.map((slot) => slot.runId).toSorted()).toEqual([runId, other].toSorted());
});
