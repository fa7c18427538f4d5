import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Journey, say, wait } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import type { Definition } from "../definition";
import { getEnrolment } from "../people/get-enrolment";
import { listEnrolments } from "../people/list-enrolments";
import { advanceDue } from "./advance-due";

describe("somebody who cannot be moved on", () => {
  const database = useTestDatabase();
  const names = ["ada", "bob", "cem", "dee", "eve"];
  const signedUp: Definition["trigger"] = { kind: "event", event: "signed_up", where: [] };
  let mine: Scenario;
  let journey: Journey;

  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(
      mine,
      "ill",
      "app_push",
      names.map((name) => ({ name })),
    );
  });
  beforeEach(async () => {
    journey = new Journey(mine, "2026-03-02T10:00:00Z");
    await mine.scope.sql`delete from events where workspace_id = ${mine.workspaceId}`;
    await mine.scope.sql`update automations set status = 'archived' where workspace_id = ${mine.workspaceId}`;
  });

  const setZone = (name: string, zone: string | null) => mine.scope.sql`
    update contacts set time_zone = ${zone} where workspace_id = ${mine.workspaceId} and external_id = ${`ill-${name}`}`;
  const publish = () => {
    const untilNine = { id: crypto.randomUUID(), kind: "wait_until", at: "09:00" } as const;
    return journey.publish({ trigger: signedUp, steps: [wait(60), untilNine, say("Good morning")] });
  };
  const timelineOf = async (automation: string, name: string) => {
    const { data } = await listEnrolments(mine.ctx, { automationId: automation });
    const enrolmentId = data.find(({ contact }) => contact?.externalId === `ill-${name}`)?.id ?? "";
    return getEnrolment(mine.ctx, { automationId: automation, enrolmentId });
  };

  it("holds up nobody else, is tried again ever later, and goes on once it is mended", async () => {
    const automation = await publish();
    for (const name of names) await journey.track(`ill-${name}`, "signed_up");
    await setZone("cem", "No/Where");
    await journey.pass(60);
    const { passages: atOnce, dueAt } = await timelineOf(automation, "cem");
    expect(atOnce.map(({ outcome }) => outcome)).toEqual(["entered", "waiting", "failed"]);
    expect(atOnce[2]).toMatchObject({ reason: "RangeError", detail: { tries: 1 } });
    expect(dueAt).toEqual(journey.at(5));

    await journey.pass(16 * 60);
    const { passages } = await timelineOf(automation, "cem");
    const tries = passages.flatMap(({ outcome, at }) => (outcome === "failed" ? [at.getTime()] : []));
    expect(tries.map((at) => (at - (tries[0] ?? 0)) / 60_000)).toEqual([0, 5, 15, 35, 75, 155, 315, 635]);

    await setZone("cem", null);
    await journey.pass(8 * 60);
    await journey.pass(24 * 60);
    const sent = (await journey.sent(automation)).map(({ externalId }) => externalId);
    expect(sent.toSorted()).toEqual(names.map((name) => `ill-${name}`));
  });

  it("who is held by an event keeps nobody of another automation waiting", async () => {
    const held = await publish();
    await journey.track("ill-ada", "signed_up");
    await journey.hear();
    const other = await publish();
    await journey.track("ill-bob", "signed_up", {}, -1);
    await journey.hear();
    const later = new Journey(mine, journey.at(90).toISOString());
    await mine.scope.transaction(async (tx) => {
      await tx.sql`select id from enrolments where workspace_id = ${mine.workspaceId} and automation_id = ${held} for update`;
      await advanceDue(later.ctx);
    });
    expect((await timelineOf(other, "bob")).passages.map(({ outcome }) => outcome)).toContain("waiting");
  });

  it("is not looked for while the database itself is away: everybody stays where they were", async () => {
    const automation = await publish();
    for (const name of names) await journey.track(`ill-${name}`, "signed_up");
    await journey.hear();
    const { ctx } = journey;
    const terminated = Object.assign(new Error("gone"), { severity: "FATAL", code: "57P01" });
    let calls = 0;
    const transaction: typeof ctx.transaction = (work) => {
      calls += 1;
      return ctx.transaction(async (tx) => {
        await work(tx);
        throw terminated;
      });
    };
    await expect(advanceDue(Object.assign(Object.create(ctx), { transaction }))).rejects.toBe(terminated);
    expect(calls).toBe(1);
    expect(await advanceDue(ctx)).toMatchObject({ advanced: names.length });
    const { passages } = await timelineOf(automation, "ada");
    expect(passages.map(({ outcome }) => outcome)).toEqual(["entered", "waiting"]);
  });
});
