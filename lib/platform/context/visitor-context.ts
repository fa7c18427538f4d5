import { database, type Sql } from "@/db/client";
import { SystemScope, WorkspaceScope } from "@/db/scope";
import { type Clock, systemClock } from "@/lib/platform/clock";
import { type Actor, type Origin, WorkspaceContext } from "./workspace-context";

/** What verbs about accounts work with: there is no workspace yet, or none is meant. */
export class VisitorContext {
  readonly system: SystemScope;

  constructor(
    readonly pool: Sql,
    readonly origin: Origin,
    readonly now: Clock = systemClock,
  ) {
    this.system = SystemScope.mint(pool);
  }

  /** The same request inside a workspace, e.g. one that is being made or joined. */
  inWorkspace(workspaceId: string, actor: Actor): WorkspaceContext {
    const scope = WorkspaceScope.mint(this.pool, workspaceId);
    return new WorkspaceContext({ scope, actor, origin: this.origin, clock: this.now });
  }
}

export const visitorFrom = (origin: Origin): VisitorContext => new VisitorContext(database(), origin);
