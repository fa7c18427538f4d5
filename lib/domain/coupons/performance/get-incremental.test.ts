import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend } from "@/db/testing/past-send";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { trackEvent } from "@/lib/domain/events/track-events";
import { getIncremental } from "./get-incremental";
import { addOffer } from "./testing/ledger";

describe("incremental conversions", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let campaignId: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    const offer = await addOffer(mine.scope, { attributionDays: 1 });
    const people = [
      ...Array.from({ length: 12 }, () => ({ deliveries: ["accepted" as const] })),
      { deliveries: ["failed" as const] },
    ];
    const send = await addPastSend(mine.scope, { campaign: { name: "Spring", status: "sent" }, people });
    campaignId = send.campaignId ?? "";
    // The last two of those it reached are the holdout.
    await mine.scope.sql`
      insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
      select ${mine.workspaceId}, ${send.runId}, c.id, ${offer.batchId}, c.n
      from unnest(${send.contactIds.slice(0, 10)}::uuid[]) with ordinality c(id, n)`;
    const order = (person: number, occurredAt: Date) =>
      trackEvent(mine.ctx, {
        name: "order_completed",
        contactId: send.contactIds[person],
        occurredAt,
        properties: { order_id: `o-${person}-${occurredAt.getTime()}`, total: 100, currency: "TRY" },
      });
    const soon = new Date(Date.now() + 60_000);
    for (const person of [0, 0, 1, 2, 10]) await order(person, soon);
    await order(3, new Date(Date.now() - 86_400_000));
  });

  it("compares those who got a code with those whom the message reached without one, each person once", async () => {
    expect(await getIncremental(mine.ctx, { campaignId })).toMatchObject({
      treated: { people: 10, converted: 3 },
      holdout: { people: 2, converted: 1 },
      incremental: { conversions: -2, isSignificant: false },
    });
  });

  it("is nobody else's", async () => {
    const theirs = await createScenario(database.sql);
    await expect(getIncremental(theirs.ctx, { campaignId })).rejects.toMatchObject({ code: "not_found" });
  });
});
