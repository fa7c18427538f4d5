import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lockAutomation } from "@/db/queries/automations/automations";
import { define, Journey, say, wait } from "@/db/testing/automation-journey";
import { countBlocked } from "@/db/testing/count-blocked";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { archiveAutomation } from "../archive-automation";
import type { Definition } from "../definition";
import { getAutomation } from "../get-automation";
import { pauseAutomation } from "../pause-automation";
import { publishAutomation } from "../publish-automation";
import { resumeAutomation } from "../resume-automation";
import { updateAutomation } from "../update-automation";
import { applyEvent } from "./apply-event";
import { emptyArchived } from "./empty-archived";

describe("an automation that stops or changes while people come in and go", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let journey: Journey;

  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "end", "app_push", [
      { name: "ada" },
      { name: "bob", timeZone: "America/New_York" },
    ]);
    await mine.scope.sql`
      insert into contacts (workspace_id, id, external_id, attributes, tags, last_active_at)
      select ${mine.workspaceId}, gen_random_uuid(), 'many-' || n, '{}', '{}', '2026-08-03T00:00:00Z'
      from generate_series(1, 2001) n`;
  });
  beforeEach(() => {
    journey = new Journey(mine, "2026-09-01T00:00:00Z");
  });

  const trigger = { kind: "inactive", days: 30 } as const;
  const signedUp: Definition["trigger"] = { kind: "event", event: "signed_up", where: [] };
  const steps = () => [wait(60), say("Missed you")];

  async function save(automation: string, definition: Partial<Definition>): Promise<void> {
    const { version } = await getAutomation(journey.ctx, { automationId: automation });
    await updateAutomation(journey.ctx, {
      automationId: automation,
      version,
      definition: define(definition),
    });
  }

  /** Two thousand and one people became silent since it went live. */
  async function publishSilent(): Promise<string> {
    const automation = await journey.publish({ trigger, steps: steps() });
    await journey.pass(3 * 24 * 60);
    return automation;
  }

  const counts = async (automation: string) => {
    const [row] = await mine.scope.sql<{ active: number; archived: number }>`
      select count(*) filter (where status = 'active')::int as active,
        count(*) filter (where exit_reason = 'archived')::int as archived
      from enrolments where workspace_id = ${mine.workspaceId} and automation_id = ${automation}`;
    return row;
  };

  /** Does something while the row is held by somebody who then changes it. */
  async function during<T>(
    automation: string,
    change: () => Promise<unknown>,
    work: () => Promise<T>,
  ): Promise<T> {
    const gate = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const holder = mine.scope.transaction(async (tx) => {
      await lockAutomation(tx, automation);
      held.resolve();
      await gate.promise;
    });
    await held.promise;
    const changed = change();
    await waitForBlocked(1);
    const waiting = work();
    await waitForBlocked(2);
    gate.resolve();
    await Promise.all([holder, changed]);
    return waiting;
  }

  const waitForBlocked = (sessions: number) =>
    vi.waitFor(async () => expect(await countBlocked(database.sql)).toBe(sessions), {
      timeout: 10_000,
      interval: 10,
    });

  /** What the engine does with the newest event. */
  async function applyOnce(): Promise<() => Promise<void>> {
    const [heard] = await mine.scope.sql<{ eventId: string }>`
      select data::jsonb ->> 'eventId' as event_id from workflow.outbox
      where name = 'events/tracked' order by seq desc limit 1`;
    return () => applyEvent(journey.ctx, { eventId: heard?.eventId ?? "" });
  }

  const sweepDuring = (automation: string, change: () => Promise<unknown>) =>
    during(automation, change, () => journey.sweep(automation));

  it("takes everybody out, batch by batch, and goes on where a crash left it", async () => {
    const automation = await publishSilent();
    expect(await journey.sweep(automation)).toEqual({ entered: 2_001 });
    await archiveAutomation(journey.ctx, { automationId: automation });
    const [event] = await mine.scope.sql`
      select data from workflow.outbox where name = 'automations/automation.archived'
        and data::jsonb ->> 'automationId' = ${automation}`;
    expect(event).toBeDefined();
    expect(await emptyArchived(journey.ctx, { automationId: automation })).toEqual({
      left: 1_000,
      more: true,
    });
    expect(await counts(automation)).toEqual({ active: 1_001, archived: 1_000 });

    const { unsafeAcrossWorkspacesListArchivedInside } = await import("@/db/queries/system/due-automations");
    const { SystemScope } = await import("@/db/scope");
    const system = SystemScope.mint(database.sql);
    const left = { workspaceId: mine.workspaceId, automationId: automation };
    expect(await unsafeAcrossWorkspacesListArchivedInside(system)).toEqual([left]);
    expect(await emptyArchived(journey.ctx, { automationId: automation })).toEqual({
      left: 1_000,
      more: true,
    });
    expect(await emptyArchived(journey.ctx, { automationId: automation })).toEqual({ left: 1, more: false });
    expect(await counts(automation)).toEqual({ active: 0, archived: 2_001 });
    expect(await unsafeAcrossWorkspacesListArchivedInside(system)).toEqual([]);
  });

  it("writes to nobody once it is archived, and lets nobody in any more", async () => {
    const automation = await journey.publish({ trigger: signedUp, steps: steps() });
    await journey.track("end-ada", "signed_up");
    await journey.pass(1);
    await archiveAutomation(journey.ctx, { automationId: automation });
    await journey.track("end-bob", "signed_up");
    await journey.pass(120);
    await emptyArchived(journey.ctx, { automationId: automation });
    expect(await journey.sent(automation)).toEqual([]);
    expect(await journey.ends(automation, "end-ada")).toEqual([{ status: "exited", exitReason: "archived" }]);
    expect(await journey.ends(automation, "end-bob")).toEqual([]);
  });

  it("takes nobody out of what is not archived", async () => {
    const automation = await publishSilent();
    await journey.sweep(automation);
    expect(await emptyArchived(journey.ctx, { automationId: automation })).toEqual({ left: 0, more: false });
    expect(await counts(automation)).toEqual({ active: 2_001, archived: 0 });
    await pauseAutomation(journey.ctx, { automationId: automation });
  });

  it.each([
    ["archived", archiveAutomation],
    ["paused", pauseAutomation],
  ] as const)("lets nobody in by a sweep that waited while it was %s", async (_, stop) => {
    const automation = await publishSilent();
    const swept = await sweepDuring(automation, () => stop(journey.ctx, { automationId: automation }));
    expect(swept).toEqual({ entered: 0 });
    expect(await counts(automation)).toEqual({ active: 0, archived: 0 });
  });

  it("lets nobody in by the old version once a new one is live; the next sweep goes by the new one", async () => {
    const automation = await publishSilent();
    const audience = { field: "external_id", operator: "equals", value: "many-7" } as const;
    await save(automation, { trigger, steps: steps(), audience });
    const publish = () => publishAutomation(journey.ctx, { automationId: automation });
    expect(await sweepDuring(automation, publish)).toEqual({ entered: 0 });
    expect(await journey.sweep(automation)).toEqual({ entered: 1 });
    await archiveAutomation(journey.ctx, { automationId: automation });
  });

  it("lets people in by the new version by an event that waited while it went live", async () => {
    const automation = await journey.publish({ trigger: signedUp, steps: steps() });
    await journey.track("end-ada", "signed_up");
    const publish = () => publishAutomation(journey.ctx, { automationId: automation });
    await during(automation, publish, await applyOnce());
    const rows = await mine.scope.sql`
      select version_number, status from enrolments
      where workspace_id = ${mine.workspaceId} and automation_id = ${automation}`;
    expect(rows).toEqual([{ versionNumber: 2, status: "active" }]);
    await archiveAutomation(journey.ctx, { automationId: automation });
  });

  it("lets nobody in by an event that waited while it was archived", async () => {
    const automation = await journey.publish({ trigger: signedUp, steps: steps() });
    await journey.track("end-ada", "signed_up");
    const archive = () => archiveAutomation(journey.ctx, { automationId: automation });
    await during(automation, archive, await applyOnce());
    expect(await counts(automation)).toEqual({ active: 0, archived: 0 });
  });

  it("keeps everybody where they are while it is paused, still lets them leave, and moves them on afterwards", async () => {
    const exits: Definition["exits"] = [{ kind: "event", event: "called", where: [] }];
    const automation = await journey.publish({ trigger: signedUp, steps: steps(), exits });
    await journey.track("end-ada", "signed_up");
    await journey.track("end-bob", "signed_up");
    await journey.pass(1);
    await pauseAutomation(journey.ctx, { automationId: automation });
    await journey.pass(120);
    await journey.track("end-bob", "called");
    await journey.pass(1);
    expect(await journey.sent(automation)).toEqual([]);
    await resumeAutomation(journey.ctx, { automationId: automation });
    await journey.pass(1);
    expect((await journey.sent(automation)).map(({ externalId }) => externalId)).toEqual(["end-ada"]);
    expect(await journey.ends(automation, "end-bob")).toEqual([{ status: "exited", exitReason: "event" }]);
    await archiveAutomation(journey.ctx, { automationId: automation });
  });

  it("takes people on by the version they came in by, while new people follow the new one", async () => {
    const automation = await journey.publish({ trigger: signedUp, steps: [wait(60), say("Old words")] });
    await journey.track("end-ada", "signed_up");
    await journey.pass(1);
    await save(automation, { trigger: signedUp, steps: [say("New words")] });
    await publishAutomation(journey.ctx, { automationId: automation });
    await journey.track("end-bob", "signed_up");
    await journey.pass(120);
    expect((await journey.sent(automation)).map(({ externalId, title }) => [externalId, title])).toEqual([
      ["end-bob", "New words"],
      ["end-ada", "Old words"],
    ]);
    await archiveAutomation(journey.ctx, { automationId: automation });
  });

  it("lets nobody in after a pause whose absence came due in it, and everybody whose comes due afterwards", async () => {
    const automation = await journey.publish({ trigger, steps: steps() });
    await pauseAutomation(journey.ctx, { automationId: automation });
    await journey.pass(120 * 24 * 60);
    await mine.scope.sql`
      update contacts set last_active_at = ${journey.at(-29 * 24 * 60)}
      where workspace_id = ${mine.workspaceId} and external_id = 'end-ada'`;
    await resumeAutomation(journey.ctx, { automationId: automation });
    expect(await journey.sweep(automation)).toEqual({ entered: 0 });
    await journey.pass(25 * 60);
    expect(await journey.sweep(automation)).toEqual({ entered: 1 });
    expect(await journey.ends(automation, "end-ada")).toEqual([{ status: "active", exitReason: null }]);
    await archiveAutomation(journey.ctx, { automationId: automation });
  });

  it("greets nobody after a pause whose hour came in it, and at once looks for those whose comes next", async () => {
    await mine.scope.sql`
      update contacts set birth_date = '1990-09-03'
      where workspace_id = ${mine.workspaceId} and external_id in ('end-ada', 'end-bob')`;
    const automation = await journey.publish({
      trigger: { kind: "birthday", at: "09:00", leapDay: "feb_28" },
    });
    await pauseAutomation(journey.ctx, { automationId: automation });
    await journey.pass((2 * 24 + 12) * 60);
    await resumeAutomation(journey.ctx, { automationId: automation });
    expect(await journey.sweep(automation)).toEqual({ entered: 1 });
    await journey.pass(61);
    expect((await journey.sent(automation)).map(({ externalId }) => externalId)).toEqual(["end-bob"]);
    await archiveAutomation(journey.ctx, { automationId: automation });
  });

  it("is not looked at from before a pause by a sweep that began then", async () => {
    const automation = await publishSilent();
    const pausedAndResumed = async () => {
      await pauseAutomation(journey.ctx, { automationId: automation });
      const later = new Journey(mine, journey.at(60).toISOString());
      await resumeAutomation(later.ctx, { automationId: automation });
    };
    await pausedAndResumed();
    expect(await journey.sweep(automation)).toEqual({ entered: 0 });
    const [row] = await mine.scope.sql<{ sweptUntil: Date }>`
      select swept_until from automations where workspace_id = ${mine.workspaceId} and id = ${automation}`;
    expect(row?.sweptUntil).toEqual(journey.at(60));
    await archiveAutomation(journey.ctx, { automationId: automation });
  });
});
