import { everyone } from "@/lib/domain/audience/audience-filter";
import { createAutomation } from "@/lib/domain/automations/create-automation";
import type { Definition, MessageStep, Step } from "@/lib/domain/automations/definition";
import { advanceDue } from "@/lib/domain/automations/journey/advance-due";
import { applyEvent } from "@/lib/domain/automations/journey/apply-event";
import { sweepAutomation } from "@/lib/domain/automations/journey/sweeps/sweep-automation";
import { publishAutomation } from "@/lib/domain/automations/publish-automation";
import { emptyContent } from "@/lib/domain/content/content";
import { trackEvents } from "@/lib/domain/events/track-events";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import type { Scenario } from "./scenario";

export const wait = (minutes: number): Step => ({ id: newId(), kind: "wait", minutes });

export const say = (title: string, more: Partial<MessageStep> = {}): MessageStep => ({
  id: newId(),
  kind: "message",
  channels: ["app_push"],
  category: "marketing",
  contents: [{ ...emptyContent, language: "en", title, body: "Hello" }],
  isBestTime: false,
  ttlSeconds: null,
  priority: "normal",
  tracking: null,
  ...more,
});

export const define = (definition: Partial<Definition>): Definition => ({
  trigger: { kind: "cart_abandoned", afterMinutes: 60, category: null },
  audience: everyone,
  reentry: { kind: "once" },
  steps: [say("Your cart")],
  exits: [],
  ...definition,
});

export type SentMessage = {
  automationId: string;
  externalId: string;
  title: string;
  variables: Record<string, unknown>;
};

/** Automations of one workspace on a clock of the test's own: what the workflows do, one step after the other. */
export class Journey {
  private now: number;

  constructor(
    private readonly scenario: Scenario,
    startsAt: string,
  ) {
    this.now = Date.parse(startsAt);
  }

  get ctx(): WorkspaceContext {
    const { scope, actor } = this.scenario.ctx;
    return new WorkspaceContext({ scope, actor, clock: () => new Date(this.now) });
  }

  /** The instant that is so many minutes away. */
  at(minutes: number): Date {
    return new Date(this.now + minutes * 60_000);
  }

  async publish(definition: Partial<Definition>): Promise<string> {
    const { id } = await createAutomation(this.ctx, { name: "One", definition: define(definition) });
    await publishAutomation(this.ctx, { automationId: id });
    return id;
  }

  /** Somebody did something at this moment, or so many minutes before. */
  async track(externalId: string, name: string, properties: object = {}, minutesAgo = 0): Promise<void> {
    const event = {
      id: newId(),
      name,
      externalId,
      occurredAt: this.at(-minutesAgo),
      properties: { ...properties },
    };
    await trackEvents(this.ctx, { events: [event] });
  }

  /** Hands over the events that were heard, in the order given; twice, since the engine may. */
  async hear(order: "as_told" | "backwards" | "at_once" = "as_told"): Promise<void> {
    const heard = await this.scenario.scope.sql<{ id: string; data: { eventId: string } }>`
      delete from workflow.outbox where name = 'events/tracked' and data::jsonb ->> 'workspaceId' = ${this.scenario.workspaceId}
      returning seq, id, data`;
    const ids = heard.map(({ data }) => data.eventId);
    if (order === "at_once") {
      await Promise.all([...ids, ...ids].map((eventId) => applyEvent(this.ctx, { eventId })));
      return;
    }
    for (const eventId of order === "as_told" ? ids : ids.toReversed()) {
      await applyEvent(this.ctx, { eventId });
      await applyEvent(this.ctx, { eventId });
    }
  }

  /** So many minutes pass; whoever comes due is moved on, each at their time. */
  async pass(minutes: number): Promise<void> {
    await this.hear();
    const end = this.now + minutes * 60_000;
    for (;;) {
      const [next] = await this.scenario.scope.sql<{ at: Date | null }>`
        select min(e.due_at) as at from enrolments e join automations a on a.workspace_id = e.workspace_id and a.id = e.automation_id
        where e.workspace_id = ${this.scenario.workspaceId} and e.status = 'active' and (a.status = 'live' or e.is_test)`;
      if (!next?.at || next.at.getTime() > end) break;
      this.now = Math.max(this.now, next.at.getTime());
      await advanceDue(this.ctx);
    }
    this.now = end;
  }

  sweep(automationId: string): Promise<{ entered: number }> {
    return sweepAutomation(this.ctx, { automationId });
  }

  sent(automationId: string): Promise<SentMessage[]> {
    return this.scenario.scope.sql<SentMessage>`
      select p.automation_id, c.external_id, r.contents -> 0 ->> 'title' as title, n.variables
      from runs r join campaigns p on p.workspace_id = r.workspace_id and p.id = r.campaign_id
      join notifications n on n.workspace_id = r.workspace_id and n.run_id = r.id
      join contacts c on c.workspace_id = r.workspace_id and c.id = n.contact_id
      where r.workspace_id = ${this.scenario.workspaceId} and p.automation_id = ${automationId}
      order by r.id, c.external_id`;
  }

  /** How somebody's ways through it ended, the first one first. */
  ends(automationId: string, externalId: string): Promise<{ status: string; exitReason: string | null }[]> {
    return this.scenario.scope.sql<{ status: string; exitReason: string | null }>`
      select e.status, e.exit_reason from enrolments e
      join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
      where e.workspace_id = ${this.scenario.workspaceId} and e.automation_id = ${automationId}
        and c.external_id = ${externalId} order by e.id`;
  }
}
