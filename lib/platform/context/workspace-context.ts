import { insertAuditEntry } from "@/db/queries/audit/audit";
import { notifyRealtime, type RealtimeTopic } from "@/db/queries/realtime";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import type { WorkspaceScope } from "@/db/scope";
import { type Permission, type Role, roleMay, scopesMay } from "@/lib/domain/members/role";
import type { Clock } from "@/lib/platform/clock";
import { systemClock } from "@/lib/platform/clock";
import { forbidden } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

/** Who acts. A closed union: attribution and authorisation never guess. */
export type Actor =
  | { kind: "user"; id: string; name: string; role: Role }
  | {
      kind: "api_key";
      id: string;
      name: string;
      scopes: readonly string[];
      /** Of a publishable key: the pages it stands in. */
      origins?: readonly string[] | undefined;
    }
  | { kind: "system"; id: string; name: string };

/** Of a publishable key; undefined for whoever keeps their secret to themselves. */
export const originsOf = (actor: Actor): readonly string[] | undefined =>
  actor.kind === "api_key" ? actor.origins : undefined;

/** Where a request came from, for the audit log. */
export type Origin = { requestId: string; ip: string | null; userAgent: string | null };

export type OutboxEvent = { id?: string; name: string; data: object; ts?: Date };

export type AuditTarget = { kind: string; id: string; name?: string };

/** Kinds of targets that screens watch. */
const topicOfTarget: Record<string, RealtimeTopic> = {
  campaign: "campaigns",
  automation: "automations",
  job: "jobs",
  provider: "providers",
  user: "members",
  api_key: "api_keys",
};

export type AuditChange = { before?: Record<string, unknown>; after?: Record<string, unknown> };

type Parts = { scope: WorkspaceScope; actor: Actor; origin?: Origin | undefined; clock?: Clock };

/** Everything a domain verb needs: the tenant's data, who asks, and the time. */
export class WorkspaceContext {
  readonly scope: WorkspaceScope;
  readonly actor: Actor;
  readonly origin: Origin | undefined;
  readonly now: Clock;

  constructor({ scope, actor, origin, clock }: Parts) {
    this.scope = scope;
    this.actor = actor;
    this.origin = origin;
    this.now = clock ?? systemClock;
  }

  get workspaceId(): string {
    return this.scope.id;
  }

  can(permission: Permission): boolean {
    if (this.actor.kind === "user") return roleMay(this.actor.role, permission);
    if (this.actor.kind === "api_key") return scopesMay(this.actor.scopes, permission);
    return true;
  }

  require(permission: Permission): void {
    if (this.can(permission)) return;
    const who = this.actor.kind === "user" ? `the role ${this.actor.role}` : "this API key";
    throw forbidden(`This needs the permission ${permission}, which ${who} does not have.`, {
      reason: "insufficient_scope",
      permission,
    });
  }

  /** Writes, their audit entry and their events commit together or not at all. */
  async transaction<T>(work: (tx: TransactionContext) => Promise<T>): Promise<T> {
    return this.scope.transaction((scope) => work(new TransactionContext({ ...this.parts, scope })));
  }

  private get parts(): Parts {
    return { scope: this.scope, actor: this.actor, origin: this.origin, clock: this.now };
  }
}

export class TransactionContext extends WorkspaceContext {
  /** `action` is `<noun>.<past participle>`, e.g. `campaign.scheduled`. Whoever shows the target hears of it. */
  async audit(action: string, target: AuditTarget, change: AuditChange = {}): Promise<void> {
    const { actor, origin } = this;
    const topic = topicOfTarget[target.kind];
    await Promise.all([
      insertAuditEntry(this.scope, { id: newId(), action, target, change, actor, origin }),
      topic && this.announce(topic, target.id),
    ]);
  }

  /** Tells open screens, once this has committed, that what they show has changed. */
  async announce(topic: RealtimeTopic, id: string): Promise<void> {
    await notifyRealtime(this.scope, { topic, id });
  }

  /** Events leave the outbox after the commit, at least once, under these ids. */
  async emit(...events: OutboxEvent[]): Promise<void> {
    const rows = events.map((event) => ({ ...event, id: event.id ?? newId() }));
    await insertOutboxEvents(this.scope.connection, rows);
  }
}
