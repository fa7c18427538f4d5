import { beforeAll, describe, expect, it } from "vitest";
import { Journey, say } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { archiveAutomation } from "../archive-automation";

describe("automations that go by the calendar", () => {
  const database = useTestDatabase();
  let mine: Scenario;

  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "cal", "app_push", [
      { name: "leap", timeZone: "Europe/Berlin" },
      { name: "east", timeZone: "Pacific/Auckland" },
      { name: "west", timeZone: "America/Los_Angeles" },
      { name: "new-year", timeZone: "Asia/Kathmandu" },
    ]);
  });

  const setBirth = (name: string, day: string) => mine.scope.sql`
    update contacts set birth_date = ${day}::date where workspace_id = ${mine.workspaceId} and external_id = ${`cal-${name}`}`;
  const setActive = (name: string, at: Date | null) => mine.scope.sql`
    update contacts set last_active_at = ${at} where workspace_id = ${mine.workspaceId} and external_id = ${`cal-${name}`}`;

  /** Looks every half hour, as the workflow does every five minutes, and notes when somebody was written to. */
  async function watch(
    journey: Journey,
    automation: string,
    hours: number,
  ): Promise<Record<string, string[]>> {
    const seen: Record<string, string[]> = {};
    let known = 0;
    for (let half = 0; half < hours * 2; half += 1) {
      await journey.sweep(automation);
      await journey.pass(30);
      const sent = await journey.sent(automation);
      for (const { externalId } of sent.slice(known))
        seen[externalId] = [...(seen[externalId] ?? []), journey.at(0).toISOString()];
      known = sent.length;
    }
    return seen;
  }

  it("greet everybody on their day at their own hour, once, however often they are looked for", async () => {
    await setBirth("east", "1990-06-15");
    await setBirth("west", "1990-06-15");
    const journey = new Journey(mine, "2026-06-13T12:00:00Z");
    const automation = await journey.publish({
      trigger: { kind: "birthday", at: "09:00", leapDay: "feb_28" },
      steps: [say("Happy birthday")],
    });
    const seen = await watch(journey, automation, 72);
    expect(seen).toEqual({
      "cal-east": ["2026-06-14T21:00:00.000Z"],
      "cal-west": ["2026-06-15T16:00:00.000Z"],
    });
    await archiveAutomation(mine.ctx, { automationId: automation });
  });

  it.each([
    ["feb_28", "2026-02-28T08:00:00.000Z"],
    ["mar_1", "2026-03-01T08:00:00.000Z"],
  ] as const)("keep 29 February as %s where the year has none", async (leapDay, at) => {
    await setBirth("leap", "2000-02-29");
    const journey = new Journey(mine, "2026-02-26T12:00:00Z");
    const automation = await journey.publish({
      trigger: { kind: "birthday", at: "09:00", leapDay },
      steps: [say("Happy birthday")],
    });
    expect(await watch(journey, automation, 96)).toEqual({ "cal-leap": [at] });
    await archiveAutomation(mine.ctx, { automationId: automation });
  });

  it("keep 29 February itself where the year has one, and 1 January across the year's end", async () => {
    await setBirth("new-year", "1985-01-01");
    const trigger = { kind: "birthday", at: "00:30", leapDay: "mar_1" } as const;
    const winter = new Journey(mine, "2027-12-30T12:00:00Z");
    const first = await winter.publish({ trigger, steps: [say("Happy birthday")] });
    expect(await watch(winter, first, 60)).toEqual({ "cal-new-year": ["2027-12-31T19:00:00.000Z"] });
    await archiveAutomation(mine.ctx, { automationId: first });

    const leap = new Journey(mine, "2028-02-27T12:00:00Z");
    const second = await leap.publish({ trigger, steps: [say("Happy birthday")] });
    expect(await watch(leap, second, 80)).toEqual({ "cal-leap": ["2028-02-28T23:30:00.000Z"] });
    await archiveAutomation(mine.ctx, { automationId: second });
  });

  it("greet nobody whose hour had passed when they went live, and nobody whose date was corrected", async () => {
    await setBirth("east", "1990-06-20");
    await setBirth("west", "1990-06-20");
    const journey = new Journey(mine, "2026-06-20T00:00:00Z");
    const automation = await journey.publish({
      trigger: { kind: "birthday", at: "09:00", leapDay: "feb_28" },
      steps: [say("Happy birthday")],
    });
    await journey.sweep(automation);
    await setBirth("west", "1990-07-20");
    expect(await watch(journey, automation, 24)).toEqual({});
    expect(await journey.ends(automation, "cal-east")).toEqual([]);
    expect(await journey.ends(automation, "cal-west")).toEqual([
      { status: "exited", exitReason: "birthday_changed" },
    ]);
    await archiveAutomation(mine.ctx, { automationId: automation });
  });

  it("write to those who became silent since they went live, once per silence", async () => {
    const journey = new Journey(mine, "2026-09-01T00:00:00Z");
    await setActive("east", journey.at(-31 * 24 * 60));
    await setActive("west", journey.at(-29 * 24 * 60));
    await setActive("leap", null);
    const automation = await journey.publish({
      trigger: { kind: "inactive", days: 30 },
      steps: [say("Missed you")],
    });
    expect(await watch(journey, automation, 72)).toEqual({ "cal-west": ["2026-09-02T01:00:00.000Z"] });
    await setActive("west", journey.at(-5 * 24 * 60));
    await journey.sweep(automation);
    await journey.pass(24 * 24 * 60);
    expect(await journey.sent(automation)).toHaveLength(1);
    expect(Object.keys(await watch(journey, automation, 72))).toEqual(["cal-west"]);
    await archiveAutomation(mine.ctx, { automationId: automation });
  });

  it("leave alone whoever came back before the message", async () => {
    const journey = new Journey(mine, "2026-09-01T00:00:00Z");
    await setActive("west", journey.at(-29 * 24 * 60));
    const automation = await journey.publish({
      trigger: { kind: "inactive", days: 30 },
      steps: [say("Missed you")],
    });
    await journey.pass(25 * 60);
    await journey.sweep(automation);
    await setActive("west", journey.at(0));
    await journey.pass(60);
    expect(await journey.sent(automation)).toEqual([]);
    expect(await journey.ends(automation, "cal-west")).toEqual([
      { status: "exited", exitReason: "active_again" },
    ]);
  });
});
