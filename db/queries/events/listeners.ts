import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** Whether somebody in the workspace waits for events of the name in `column`. Nobody does until a row says so. */
export const isListenedTo = (scope: WorkspaceScope, column: Fragment): Fragment => scope.fragment`
  ${column} in (select l.event_name from event_listeners l where l.workspace_id = ${scope.id})`;

/** Those of the names that somebody waits for, as `l`. */
export const listenersOf = (scope: WorkspaceScope, names: string[]): Fragment => scope.fragment`
  from event_listeners l where l.workspace_id = ${scope.id} and l.event_name = any(${names}::text[])`;
