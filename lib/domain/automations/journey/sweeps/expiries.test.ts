import { beforeAll, describe, expect, it } from "vitest";
import { Journey, say } from "@/db/testing/automation-journey";
import { insertTestBatch } from "@/db/testing/coupon-batch";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { newId } from "@/lib/platform/ids";
import { archiveAutomation } from "../../archive-automation";

describe("automations about what ends", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(
      mine,
      "end",
      "app_push",
      ["ada", "ben", "cem"].map((name) => ({ name, timeZone: "UTC" })),
    );
  });

  const day = 24 * 60;
  const idOf = async (name: string) => {
    const [row] = await mine.scope.sql<{ id: string }>`
      select id from contacts where workspace_id = ${mine.workspaceId} and external_id = ${`end-${name}`}`;
    return row?.id ?? "";
  };
  const give = async (name: string, batchId: string, seq: number) => mine.scope.sql`
    insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
    values (${mine.workspaceId}, ${newId()}, ${await idOf(name)}, ${batchId}, ${seq})`;
  const use = (batchId: string, seq: number) => mine.scope.sql`
    update coupon_codes set uses = 1 where workspace_id = ${mine.workspaceId} and batch_id = ${batchId} and seq = ${seq}`;
  const names = async (journey: Journey, id: string) =>
    (await journey.sent(id)).map(({ externalId }) => externalId);

  it("remind once, so many days before, whoever has not used the code, and say it", async () => {
    const endsAt = new Date("2027-03-20T00:00:00Z");
    const { batchId } = await insertTestBatch(mine.scope, {
      codes: ["END-0", "END-1", "END-2", "END-3"],
      endsAt,
    });
    await give("ada", batchId, 0);
    await give("ada", batchId, 1);
    await give("ben", batchId, 2);
    await use(batchId, 2);
    const journey = new Journey(mine, "2027-03-10T00:00:00Z");
    const id = await journey.publish({ trigger: { kind: "coupon_expiring", days: 3 }, steps: [say("Soon")] });
    await journey.pass(6 * day);
    await journey.sweep(id);
    await journey.pass(1);
    expect(await journey.sent(id)).toEqual([]);
    await journey.pass(day + 60);
    await journey.sweep(id);
    await journey.sweep(id);
    await journey.pass(1);
    const sent = await journey.sent(id);
    expect(sent).toMatchObject([
      { externalId: "end-ada", variables: { event: { code: "END-0", offer: "Spring" } } },
    ]);
    expect(JSON.stringify(sent[0]?.variables)).toContain("/r/");
    await journey.pass(2 * day);
    await journey.sweep(id);
    await journey.pass(1);
    expect(await names(journey, id)).toEqual(["end-ada"]);
    expect(await journey.ends(id, "end-ben")).toEqual([]);
    await archiveAutomation(mine.ctx, { automationId: id });
  });

  it("leave alone whoever used the code before the message", async () => {
    const endsAt = new Date("2027-06-20T00:00:00Z");
    const { batchId } = await insertTestBatch(mine.scope, { codes: ["LATE-0"], endsAt });
    await give("cem", batchId, 0);
    const journey = new Journey(mine, "2027-06-10T00:00:00Z");
    const id = await journey.publish({ trigger: { kind: "coupon_expiring", days: 3 }, steps: [say("Soon")] });
    await journey.pass(7 * day + 60);
    await journey.sweep(id);
    await use(batchId, 0);
    await journey.pass(1);
    expect(await journey.sent(id)).toEqual([]);
    expect(await journey.ends(id, "end-cem")).toEqual([{ status: "exited", exitReason: "coupon_used" }]);
    await archiveAutomation(mine.ctx, { automationId: id });
  });

  it("remind of memberships, unless they are renewed meanwhile", async () => {
    const set = async (name: string, expiresAt: string) => mine.scope.sql`
      insert into memberships (workspace_id, contact_id, tier, anchor_at, expires_at)
      values (${mine.workspaceId}, ${await idOf(name)}, 'yearly', now(), ${expiresAt}::timestamptz)
      on conflict (workspace_id, contact_id) do update set expires_at = excluded.expires_at`;
    await set("ada", "2027-09-20T00:00:00Z");
    await set("ben", "2027-09-20T00:00:00Z");
    await set("cem", "2028-09-20T00:00:00Z");
    const journey = new Journey(mine, "2027-09-01T00:00:00Z");
    const id = await journey.publish({
      trigger: { kind: "membership_expiring", days: 7 },
      steps: [say("Renew")],
    });
    await journey.pass(12 * day + 60);
    await journey.sweep(id);
    await set("ben", "2028-09-20T00:00:00Z");
    await journey.pass(1);
    expect(await names(journey, id)).toEqual(["end-ada"]);
    expect(await journey.ends(id, "end-ben")).toEqual([
      { status: "exited", exitReason: "membership_renewed" },
    ]);
  });
});
