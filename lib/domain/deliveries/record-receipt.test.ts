import { beforeAll, describe, expect, it } from "vitest";
import { addRunToHours } from "@/db/queries/runs/campaign-hours";
import { finishChunk, finishRun, leaseChunk } from "@/db/queries/runs/chunks";
import { type DeliveryWrite, recordResults } from "@/db/queries/runs/record-results";
import { countBlocked } from "@/db/testing/count-blocked";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend, type PastPerson } from "@/db/testing/past-send";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { getCampaignAnalytics } from "@/lib/domain/analytics/get-campaign-analytics";
import { listNotifications } from "@/lib/domain/notifications/list-notifications";
import { closeRun } from "@/lib/domain/runs/close-run";
import type { DeliveryStatus } from "@/lib/domain/runs/run";
import { newId } from "@/lib/platform/ids";
import { applyEarlyReceipts } from "./apply-receipts";
import { recordReceipt } from "./record-receipt";

describe("a receipt for a run that is not over", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  /** A run that is being sent; its one chunk holds what these people came to so far. */
  async function startSend(people: PastPerson[]) {
    const { runId, campaignId, contactIds, providerId } = await addPastSend(mine.scope, {
      channel: "sms",
      runStatus: "sending",
      campaign: { name: "Open", status: "sending" },
      people,
    });
    await mine.scope.sql`
      update deliveries d set provider_message_id = concat(d.run_id, ' ', d.contact_id, ' ', (select count(*) from deliveries o
        where o.workspace_id = d.workspace_id and o.run_id = d.run_id and o.contact_id = d.contact_id
          and o.subscription_id < d.subscription_id))
      where d.workspace_id = ${mine.workspaceId} and d.run_id = ${runId} and d.status = 'accepted'`;
    const messageOf = (person: number, endpoint = 0) => `${runId} ${contactIds[person]} ${endpoint}`;
    return { runId, campaignId: campaignId ?? "", contactIds, providerId, messageOf };
  }

  type Send = Awaited<ReturnType<typeof startSend>>;

  const lease = async ({ runId }: Send) => {
    const chunk = await leaseChunk(mine.scope, { runId, chunkNo: 1, leaseSeconds: 60 });
    if (!chunk) throw new Error("The chunk is free.");
    return { runId, chunkNo: 1, fence: chunk.fence };
  };
  const finish = async (send: Send) => {
    await finishChunk(mine.scope, await lease(send));
    await closeRun(mine.ctx, { runId: send.runId });
  };
  const fail = (providerMessageId: string, occurredAt = new Date()) =>
    recordReceipt(mine.ctx, {
      type: "failed",
      channel: "sms",
      to: "+905321110000",
      code: "30003",
      providerMessageId,
      occurredAt,
    });
  const deliver = (providerMessageId: string, occurredAt = new Date()) =>
    recordReceipt(mine.ctx, { type: "delivered", channel: "sms", to: "", providerMessageId, occurredAt });

  /** What the flush of a sender writes. */
  const flush = (
    send: Send,
    held: { runId: string; chunkNo: number; fence: number },
    status: DeliveryStatus,
    person: number,
    part: Partial<DeliveryWrite> = {},
  ) =>
    recordResults(mine.scope, {
      ...held,
      leaseSeconds: 60,
      channel: "sms",
      providerId: send.providerId,
      progress: { sent: 0, skipped: 0, failed: 0, unknown: 0, [status === "accepted" ? "sent" : status]: 1 },
      reasons: status === "failed" ? { "failed:30007": 1 } : {},
      deliveries: [
        {
          contactId: send.contactIds[person] ?? "",
          subscriptionId: newId(),
          status,
          attempts: 1,
          code: "",
          detail: "",
          providerMessageId: status === "accepted" ? send.messageOf(person) : null,
          ...part,
        },
      ],
      skips: [],
      gone: [],
      optedOut: [],
      unsent: [],
      unused: [],
      uncertain: [],
      hasCaps: false,
      hasCodes: false,
    });

  /** The report's totals, its course by the hour, and the list of people must say the same. */
  async function figures({ campaignId, runId }: Send) {
    const { totals, series, failedByCode } = await getCampaignAnalytics(mine.ctx, { campaignId });
    const { data } = await listNotifications(mine.ctx, { runId, limit: 100 });
    const listed = Object.groupBy(data, ({ status }) => status);
    const sum = (name: "sent" | "failed") => series.reduce((total, hour) => total + hour[name], 0);
    expect(sum("sent")).toBe(totals?.sent);
    const [ever] = await mine.scope.sql<{ sent: number }>`
      select (select coalesce(sum(sent), 0) from campaign_hours h where h.workspace_id = w.id)::int
        - (select coalesce(sum(sent), 0) from workspace_totals t where t.workspace_id = w.id)::int as sent
      from workspaces w where w.id = ${mine.workspaceId}`;
    expect(ever?.sent, "between the hours and what was ever sent").toBe(0);
    expect(sum("failed")).toBe((totals?.failed ?? 0) + (totals?.unknown ?? 0));
    for (const status of ["sent", "failed", "unknown", "pending"] as const)
      expect(listed[status]?.length ?? 0, status).toBe(totals?.[status]);
    return { sent: totals?.sent, failed: totals?.failed, unknown: totals?.unknown, failedByCode };
  }

  it("counts a failure once, before the run ends and after", async () => {
    const send = await startSend([{ deliveries: ["accepted"] }, { deliveries: ["accepted"] }]);
    await finishChunk(mine.scope, await lease(send));
    await fail(send.messageOf(0));
    const expected = { sent: 1, failed: 1, unknown: 0, failedByCode: { 30003: 1 } };
    expect(await figures(send)).toEqual(expected);
    await closeRun(mine.ctx, { runId: send.runId });
    expect(await figures(send)).toEqual(expected);
  });

  it("counts a failure while the chunk is being sent, beside what its sender writes", async () => {
    const send = await startSend([{ deliveries: ["accepted"] }, {}, {}]);
    const held = await lease(send);
    await flush(send, held, "failed", 1);
    await fail(send.messageOf(0));
    await flush(send, held, "failed", 2);
    expect(await figures(send)).toEqual({
      sent: 0,
      failed: 3,
      unknown: 0,
      failedByCode: { 30003: 1, 30007: 2 },
    });
    expect(await finishChunk(mine.scope, held)).toBe(true);
    await closeRun(mine.ctx, { runId: send.runId });
    expect(await figures(send)).toMatchObject({ sent: 0, failed: 3 });
  });

  it("counts a failure in a chunk that waits for a resumption", async () => {
    const send = await startSend([{ deliveries: ["accepted"] }, { deliveries: ["accepted"] }]);
    await fail(send.messageOf(1));
    expect(await figures(send)).toMatchObject({ sent: 1, failed: 1 });
  });

  it("leaves a person whose other endpoint was reached, and one of whom it is not known, as they are", async () => {
    const send = await startSend([
      { deliveries: ["accepted", "accepted"] },
      { deliveries: ["accepted", "unknown"] },
    ]);
    await finishChunk(mine.scope, await lease(send));
    await fail(send.messageOf(0, 1));
    expect(await figures(send)).toMatchObject({ sent: 2, failed: 0 });
    const [reached] = await mine.scope.sql<{ id: string }>`
      select provider_message_id as id from deliveries
      where workspace_id = ${mine.workspaceId} and run_id = ${send.runId} and contact_id = ${send.contactIds[1]}
        and status = 'accepted'`;
    await fail(reached?.id ?? "");
    expect(await figures(send)).toMatchObject({ sent: 1, failed: 0, unknown: 1 });
  });

  it("about a person who is still being tried elsewhere waits while the sender is at it", async () => {
    const send = await startSend([{ deliveries: ["accepted", "retrying"] }]);
    const [accepted] = await mine.scope.sql<{ id: string }>`
      select provider_message_id as id from deliveries
      where workspace_id = ${mine.workspaceId} and run_id = ${send.runId} and status = 'accepted'`;
    const [retrying] = await mine.scope.sql<{ id: string }>`
      select subscription_id as id from deliveries
      where workspace_id = ${mine.workspaceId} and run_id = ${send.runId} and status = 'retrying'`;
    const held = await lease(send);
    await fail(accepted?.id ?? "");
    const other = { subscriptionId: retrying?.id ?? "", status: "failed" as const, attempts: 2 };
    await flush(send, held, "accepted", 0, { ...other, providerMessageId: null });
    await applyEarlyReceipts(mine.scope, [accepted?.id ?? ""]);
    expect(await figures(send)).toMatchObject({ sent: 0, failed: 1 });
  });

  it("that overtakes the result it is about is kept and takes effect once that is written", async () => {
    const send = await startSend([{}, {}]);
    await deliver(send.messageOf(0));
    await fail(send.messageOf(1));
    await deliver("nobody's");
    const held = await lease(send);
    await flush(send, held, "accepted", 0);
    await flush(send, held, "accepted", 1);
    const ids = [send.messageOf(0), send.messageOf(1)];
    await Promise.all([applyEarlyReceipts(mine.scope, ids), applyEarlyReceipts(mine.scope, ids)]);
    expect(await figures(send)).toMatchObject({ sent: 1, failed: 1, failedByCode: { 30003: 1 } });
    expect(await getCampaignAnalytics(mine.ctx, { campaignId: send.campaignId })).toMatchObject({
      delivered: 1,
    });
    const kept = await mine.scope.sql`
      select provider_message_id from early_receipts where workspace_id = ${mine.workspaceId}`;
    expect(kept).toEqual([{ providerMessageId: "nobody's" }]);
  });

  it("waits for whoever is just ending the run, and is in the hours that were written", async () => {
    const send = await startSend([{ deliveries: ["accepted"] }, { deliveries: ["accepted"] }]);
    await finishChunk(mine.scope, await lease(send));
    const [ended, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const ending = mine.scope.transaction(async (tx) => {
      await finishRun(tx, send.runId);
      await addRunToHours(tx, send.runId);
      ended.resolve();
      await released.promise;
    });
    await ended.promise;
    const told = fail(send.messageOf(0));
    await expect.poll(() => countBlocked(database.sql)).toBe(1);
    released.resolve();
    await Promise.all([ending, told]);
    expect(await figures(send)).toMatchObject({ sent: 1, failed: 1 });
  });

  it("counts each failure once while the run comes to its end beside it", async () => {
    const people = Array.from({ length: 24 }, (): PastPerson => ({ deliveries: ["accepted"] }));
    const send = await startSend(people);
    const failures = people.flatMap((_, person) => [
      fail(send.messageOf(person)),
      fail(send.messageOf(person)),
    ]);
    await Promise.all([...failures, finish(send)]);
    expect(await figures(send)).toMatchObject({ sent: 0, failed: 24, failedByCode: { 30003: 24 } });
  });
});
