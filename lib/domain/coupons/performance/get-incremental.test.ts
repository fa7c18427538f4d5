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
  let given: string[];
  let held: string[];
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    const offer = await addOffer(mine.scope, { attributionDays: 1 });
    const people = [
      ...Array.from({ length: 40 }, () => ({ deliveries: ["accepted" as const] })),
      { deliveries: ["failed" as const] },
    ];
    const send = await addPastSend(mine.scope, { campaign: { name: "Spring", status: "sent" }, people });
    campaignId = send.campaignId ?? "";
    await mine.scope.sql`
      update runs set coupon_batch_id = ${offer.batchId}, coupon_holdout_percent = 50 where id = ${send.runId}`;
    const drawn = await mine.scope.sql<{ id: string; isHeldOut: boolean }>`
      select id, is_held_out(${send.runId}, id, 50) as "isHeldOut"
      from unnest(${send.contactIds.slice(0, 40)}::uuid[]) with ordinality c(id, n) order by n`;
    held = drawn.filter(({ isHeldOut }) => isHeldOut).map(({ id }) => id);
    // For the last of the others no code was left.
    const others = drawn.filter(({ isHeldOut }) => !isHeldOut).map(({ id }) => id);
    given = others.slice(0, -1);
    const contacts = [...given.slice(0, 4), held[0], others.at(-1)];
    await mine.scope.sql`
      insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
      select ${mine.workspaceId}, ${send.runId}, c.id, ${offer.batchId}, c.n
      from unnest(${given}::uuid[]) with ordinality c(id, n)`;
    const order = (person: number, occurredAt: Date) =>
      trackEvent(mine.ctx, {
        name: "order_completed",
        contactId: contacts[person],
        occurredAt,
        properties: { order_id: `o-${person}-${occurredAt.getTime()}`, total: 100, currency: "TRY" },
      });
    const soon = new Date(Date.now() + 60_000);
    for (const person of [0, 0, 1, 2, 4, 5]) await order(person, soon);
    await order(3, new Date(Date.now() - 86_400_000));
  });

  it("compares those who got a code with the holdout, each person once, and leaves out for whom no code was left", async () => {
    expect(await getIncremental(mine.ctx, { campaignId })).toMatchObject({
      treated: { people: given.length, converted: 3 },
      holdout: { people: held.length, converted: 1 },
      incremental: { isSignificant: false },
    });
  });

  it("compares nobody where there is no holdout", async () => {
    await mine.scope.sql`
      update runs set coupon_holdout_percent = 0 where workspace_id = ${mine.workspaceId} and campaign_id = ${campaignId}`;
    expect(await getIncremental(mine.ctx, { campaignId })).toEqual({
      treated: { people: 0, converted: 0 },
      holdout: { people: 0, converted: 0 },
      incremental: null,
    });
  });

  it("is nobody else's", async () => {
    const theirs = await createScenario(database.sql);
    await expect(getIncremental(theirs.ctx, { campaignId })).rejects.toMatchObject({ code: "not_found" });
  });
});
