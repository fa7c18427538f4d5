import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Journey, say, wait } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { identifyContact } from "@/lib/domain/events/people/identify-contact";
import { trackEvents } from "@/lib/domain/events/track-events";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { daytime } from "@/lib/domain/timing/sending-rules";
import { newId } from "@/lib/platform/ids";
import type { Definition, Step } from "../definition";
import { getFigures } from "../get-figures";
import { getEnrolment } from "../people/get-enrolment";
import { listEnrolments } from "../people/list-enrolments";

describe("a person in an automation", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let journey: Journey;
  const her = "way-ada";
  const signedUp: Definition["trigger"] = { kind: "event", event: "signed_up", where: [] };

  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "way", "app_push", [
      { name: "ada", timeZone: "Europe/Istanbul" },
      { name: "bob", country: "TR" },
    ]);
  });
  beforeEach(async () => {
    journey = new Journey(mine, "2026-03-02T10:00:00Z");
    await mine.scope.sql`delete from events where workspace_id = ${mine.workspaceId}`;
    await mine.scope.sql`
      update automations set status = 'archived' where workspace_id = ${mine.workspaceId}`;
  });

  const titles = async (automation: string) => (await journey.sent(automation)).map(({ title }) => title);
  const publish = (definition: Partial<Definition>) => journey.publish({ trigger: signedUp, ...definition });
  const timeline = async (automation: string, q?: string) => {
    const { data } = await listEnrolments(mine.ctx, { automationId: automation, q });
    const enrolmentId = data[0]?.id ?? "";
    return getEnrolment(mine.ctx, { automationId: automation, enrolmentId });
  };

  it("comes in by an event that says what the trigger asks, and by no other", async () => {
    const automation = await publish({
      trigger: {
        kind: "event",
        event: "product_rated",
        where: [
          { property: "stars", operator: "lte", value: 2 },
          { property: "items.category", operator: "equals", value: "Shoes" },
        ],
      },
      reentry: { kind: "always" },
    });
    const items = [{ category: "Hats" }, { category: "shoes" }];
    await journey.track(her, "product_rated", { stars: 5, items });
    await journey.track(her, "product_rated", { stars: 1, items: [{ category: "Hats" }] });
    await journey.pass(1);
    expect(await titles(automation)).toEqual([]);
    await journey.track(her, "product_rated", { stars: 2, items });
    await journey.pass(1);
    expect(await journey.sent(automation)).toMatchObject([
      { externalId: her, variables: { event: { stars: 2 } } },
    ]);
  });

  it.each([
    ["once", { kind: "once" }, 1],
    ["always", { kind: "always" }, 3],
    ["after a day", { kind: "after", days: 1 }, 2],
  ] as const)("comes in again %s", async (_, reentry, times) => {
    const automation = await publish({ reentry });
    await journey.track(her, "signed_up");
    await journey.pass(60);
    await journey.track(her, "signed_up");
    await journey.pass(24 * 60);
    await journey.track(her, "signed_up");
    await journey.pass(1);
    expect(await titles(automation)).toHaveLength(times);
  });

  it("is inside once at a time, even when two events come at the same moment", async () => {
    const automation = await publish({ reentry: { kind: "always" }, steps: [wait(60), say("Later")] });
    await journey.track(her, "signed_up");
    await journey.track(her, "signed_up", {}, 1);
    await journey.hear("at_once");
    await journey.pass(120);
    expect(await titles(automation)).toHaveLength(1);
  });

  it("waits by the clock where they are", async () => {
    const untilNine: Step = { id: newId(), kind: "wait_until", at: "09:00" };
    const automation = await publish({ steps: [untilNine, say("Good morning")] });
    await journey.track(her, "signed_up");
    await journey.pass(19 * 60 + 59);
    expect(await titles(automation)).toEqual([]);
    await journey.pass(1);
    expect(await titles(automation)).toEqual(["Good morning"]);
  });

  it("passes a condition, skips the next step, or leaves, as it says", async () => {
    const isTurkish = { field: "country", operator: "equals", value: "TR" } as const;
    const onlyTurkish: Step = {
      id: newId(),
      kind: "condition",
      test: { kind: "audience", filter: isTurkish },
      otherwise: "skip_next",
    };
    const ifQuiet: Step = {
      id: newId(),
      kind: "condition",
      test: { kind: "event", event: "order_completed", where: [], did: false },
      otherwise: "exit",
    };
    const automation = await publish({
      steps: [onlyTurkish, say("Merhaba"), wait(60), ifQuiet, say("Still there?")],
    });
    await journey.track(her, "signed_up");
    await journey.track("way-bob", "signed_up");
    await journey.pass(30);
    await journey.track("way-bob", "order_completed", { order_id: "1", total: 1, currency: "TRY" });
    await journey.pass(60);
    expect((await journey.sent(automation)).map(({ externalId, title }) => [externalId, title])).toEqual([
      ["way-bob", "Merhaba"],
      [her, "Still there?"],
    ]);
    expect(await journey.ends(automation, "way-bob")).toEqual([
      { status: "exited", exitReason: "condition" },
    ]);
  });

  it("leaves by the first rule that holds: an event, a no to every channel, an audience left behind", async () => {
    const steps = [wait(60), say("Later")];
    const left = {
      exits: [{ kind: "left_audience" }],
      audience: { field: "city", operator: "is_not_set" },
    } as const;
    const [byEvent, byRefusal, byAudience] = await Promise.all([
      publish({ steps: steps.map(fresh), exits: [{ kind: "event", event: "called", where: [] }] }),
      publish({ steps: steps.map(fresh), exits: [{ kind: "unsubscribed" }] }),
      publish({ steps: steps.map(fresh), audience: left.audience, exits: [...left.exits] }),
    ]);
    await journey.track(her, "signed_up");
    await journey.pass(10);
    await journey.track(her, "called");
    await journey.pass(1);
    expect(await journey.ends(byEvent, her)).toEqual([{ status: "exited", exitReason: "event" }]);
    await mine.scope.sql`
      insert into consents (workspace_id, contact_id, channel, category, status, source, occurred_at)
      select ${mine.workspaceId}, id, 'app_push', 'marketing', 'denied', 'test', now() from contacts
      where workspace_id = ${mine.workspaceId} and external_id = ${her}`;
    await mine.scope.sql`
      update contacts set city = 'İzmir' where workspace_id = ${mine.workspaceId} and external_id = ${her}`;
    await journey.pass(60);
    expect(await journey.ends(byRefusal, her)).toEqual([{ status: "exited", exitReason: "unsubscribed" }]);
    expect(await journey.ends(byAudience, her)).toEqual([{ status: "exited", exitReason: "left_audience" }]);
    await mine.scope.sql`delete from consents where workspace_id = ${mine.workspaceId}`;
    await mine.scope.sql`update contacts set city = null where workspace_id = ${mine.workspaceId}`;
  });

  it("takes an anonymous visitor's way along when they turn out to be a user, and is written to once", async () => {
    const automation = await journey.publish({
      trigger: { kind: "cart_abandoned", afterMinutes: 60, category: null },
    });
    const cart = { cart_id: "c-9", items: [{ product_id: "1" }] };
    const visit = { name: "cart_updated", anonymousId: "browser-1", createContact: true, properties: cart };
    await trackEvents(journey.ctx, { events: [{ ...visit, id: newId(), occurredAt: journey.at(0) }] });
    await journey.hear();
    await identifyContact(journey.ctx, { anonymousId: "browser-1", externalId: her });
    await journey.track(her, "cart_updated", cart);
    await journey.pass(120);
    expect((await journey.sent(automation)).map(({ externalId }) => externalId)).toEqual([her]);
  });

  it("is written to once where they were inside as a visitor and as a user", async () => {
    const automation = await publish({ steps: [wait(60), say("Later")] });
    const visit = { name: "signed_up", anonymousId: "browser-2", createContact: true };
    await trackEvents(journey.ctx, { events: [{ ...visit, id: newId(), occurredAt: journey.at(0) }] });
    await journey.track(her, "signed_up");
    await journey.hear();
    await identifyContact(journey.ctx, { anonymousId: "browser-2", externalId: her });
    await journey.pass(120);
    expect(await titles(automation)).toHaveLength(1);
    const figures = await getFigures(journey.ctx, { automationId: automation });
    expect(figures.exits).toEqual([{ reason: "merged", people: 1 }]);
  });

  it("waits for the sending hours at the step, so that what happens meanwhile still takes them out", async () => {
    await mine.scope.sql`
      update workspaces set sending_rules = sending_rules || ${mine.scope.json({ windows: { app_push: daytime } })}
      where id = ${mine.workspaceId}`;
    const automation = await publish({
      steps: [wait(10 * 60), say("In the night")],
      exits: [{ kind: "event", event: "called", where: [] }],
    });
    await journey.track(her, "signed_up");
    await journey.track("way-bob", "signed_up");
    await journey.pass(12 * 60);
    expect(await titles(automation)).toEqual([]);
    await journey.track("way-bob", "called");
    await journey.pass(12 * 60);
    expect((await journey.sent(automation)).map(({ externalId }) => externalId)).toEqual([her]);
    const { passages } = await timeline(automation, her);
    expect(passages.map(({ reason }) => reason)).toContain("sending_hours");
    await mine.scope.sql`
      update workspaces set sending_rules = sending_rules || '{"windows":{}}' where id = ${mine.workspaceId}`;
  });

  it("gets the message on the first channel that reaches them, and the timeline says what became of it", async () => {
    const steps = [
      say("Where you are", { channels: ["email", "app_push"] }),
      say("By mail", { channels: ["email"] }),
    ];
    const automation = await publish({ steps });
    await journey.track(her, "signed_up");
    await journey.pass(1);
    const { passages, status } = await timeline(automation);
    expect(status).toBe("completed");
    expect(passages.map(({ outcome, detail }) => [outcome, detail.channel])).toEqual([
      ["entered", undefined],
      ["sent", "app_push"],
      ["sent", "email"],
      ["completed", undefined],
    ]);
    expect(passages[1]?.notification).toMatchObject({ status: "pending" });
  });

  it("is told apart in the figures of each step", async () => {
    const [first, second] = [wait(60), say("Later")];
    const automation = await publish({
      steps: [first, second],
      exits: [{ kind: "event", event: "called", where: [] }],
    });
    await journey.track(her, "signed_up");
    await journey.track("way-bob", "signed_up");
    await journey.pass(30);
    expect(await getFigures(mine.ctx, { automationId: automation })).toMatchObject({
      waiting: [{ stepId: first?.id, people: 2 }],
    });
    await journey.track("way-bob", "called");
    await journey.pass(60);
    const figures = await getFigures(journey.ctx, { automationId: automation });
    expect(figures.waiting).toEqual([]);
    expect(figures.exits).toEqual([{ reason: "event", people: 1 }]);
    expect(figures.passed).toEqual(
      expect.arrayContaining([
        { stepId: null, outcome: "entered", reason: null, people: 2 },
        { stepId: first?.id, outcome: "waited", reason: null, people: 1 },
        { stepId: second?.id, outcome: "sent", reason: null, people: 1 },
      ]),
    );
  });

  it("is not lost when nothing sends a channel: the timeline says so and they go on", async () => {
    const automation = await publish({ steps: [say("Nobody sends this"), wait(60), say("Again")] });
    const setStatus = (status: string) => mine.scope.sql`
      update providers set status = ${status} where workspace_id = ${mine.workspaceId} and channel = 'app_push'`;
    await setStatus("inactive");
    await journey.track(her, "signed_up");
    await journey.pass(1);
    await setStatus("active");
    await journey.pass(60);
    const { passages } = await timeline(automation);
    expect(passages.map(({ outcome, reason }) => [outcome, reason])).toContainEqual([
      "unreachable",
      "no_provider",
    ]);
    expect(await titles(automation)).toEqual(["Again"]);
  });
});

const fresh = (step: Step): Step => ({ ...step, id: newId() });
