import type { Fragment } from "./client";
import type { WorkspaceScope } from "./scope";

/** Whether one of these columns contains what somebody searches for, whatever case and accents either is typed in. */
export function matchesFolded(scope: WorkspaceScope, columns: readonly [string, ...string[]], q: string) {
  const wanted = scope.fragment`(select fold_text(${q}))`;
  const found = columns.reduce<Fragment>(
    (so, column) => scope.fragment`${so} or strpos(fold_text(${scope.name(column)}), ${wanted}) > 0`,
    scope.fragment`false`,
  );
  return scope.fragment`(${found})`;
}
