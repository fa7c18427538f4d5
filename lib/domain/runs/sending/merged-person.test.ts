import { beforeAll, expect, it } from "vitest";
import { mergeInto } from "@/db/queries/events/merge-people";
import { releaseSlots, releaseUnsentSlots, useSlots } from "@/db/queries/runs/contact-slots";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { planOf } from "@/db/testing/plan-of";
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
const reasonsOf = async (runId: string) => {
  const rows = await mine.scope.sql<{ reason: string }>`
    select reason from skips where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
  return rows.map(({ reason }) => reason);
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

it("of two visitors who became one user outside of the run's people one gets it, for both", async () => {
  const others = await openTestRun(mine, "sms", ["+905321116611"]);
  const [user] = await recipientsOf(others);
  const runId = await openTestRun(mine, "sms", ["+905321116622", "+905321116633"]);
  for (const visitor of await recipientsOf(runId)) await merge(visitor, user);
  expect(await deliverChunk(mine.ctx, { runId, chunkNo: 1 })).toEqual({ state: "done" });
  expect(await findRunTotals(mine.scope, runId)).toMatchObject({ audience: 2, sent: 1, skipped: 1 });
  expect(await reasonsOf(runId)).toEqual(["merged"]);
  for (const number of ["+905321116611", "+905321116622", "+905321116633"])
    expect(await shownTo(number)).toBeLessThanOrEqual(1);
});

it("who got it as a visitor does not get it again as the user they became, whose turn comes later", async () => {
  const runId = await openTestRun(mine, "sms", ["+905321115511", "+905321115522"]);
  const [visitor = "", user = ""] = await recipientsOf(runId);
  await mine.scope.sql`
    update run_chunks set last_contact_id = ${visitor}, size = 1 where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
  await mine.scope.sql`
    insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size, status)
    values (${mine.workspaceId}, ${runId}, 2, ${visitor}, ${user}, 1, 'pending')`;
  await deliverChunk(mine.ctx, { runId, chunkNo: 1 });
  expect(await shownTo("+905321115511")).toBe(1);
  await merge(visitor, user);
  await deliverChunk(mine.ctx, { runId, chunkNo: 2 });
  expect([await shownTo("+905321115511"), await shownTo("+905321115522")]).toEqual([1, 0]);
  expect(await reasonsOf(runId)).toEqual(["merged"]);
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

it("a place of who was merged is given back where nothing reached them, and kept where something did", async () => {
  const failing = await openTestRun(mine, "sms", ["+905321114411", "+905321114422"]);
  const [reached = "", missed = ""] = await recipientsOf(failing);
  const outside = await openTestRun(mine, "sms", ["+905321114433", "+905321114444"]);
  const [first = "", second = ""] = await recipientsOf(outside);
  const slotsOf = async (contactId: string) =>
    mine.scope
      .sql`select 1 from contact_slots where workspace_id = ${mine.workspaceId} and contact_id = ${contactId}`;
  const ofRun = { id: failing, channel: "sms", category: "marketing", priority: 1 } as const;
  await mine.scope.transaction((tx) => useSlots(tx, ofRun, [reached, missed]));
  await mine.scope.sql`
    insert into deliveries (workspace_id, run_id, contact_id, subscription_id, channel, provider_id, status, attempts)
    select s.workspace_id, ${failing}, s.contact_id, s.id, 'sms', r.provider_id, 'accepted', 1 from subscriptions s
    join runs r on r.workspace_id = s.workspace_id and r.id = ${failing}
    where s.workspace_id = ${mine.workspaceId} and s.contact_id = ${reached}`;
  await merge(reached, first);
  await merge(missed, second);
  await mine.scope.transaction((tx) => releaseUnsentSlots(tx, failing));
  expect([(await slotsOf(first)).length, (await slotsOf(second)).length]).toEqual([1, 0]);
  const plan = await planOf(mine.scope, (scope) => releaseSlots(scope, failing, [reached]));
  // A subplan beside an `or` would have every place of the run, or of the workspace, looked at.
  expect(plan).not.toContain("SubPlan");
  await mine.scope.transaction((tx) => releaseSlots(tx, failing, [reached]));
  expect((await slotsOf(first)).length).toBe(0);
});
