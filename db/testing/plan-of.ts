import type { WorkspaceScope } from "../scope";

/** How Postgres goes about the statement that `query` sends: the statement itself, not a copy of it. */
export async function planOf(
  scope: WorkspaceScope,
  query: (scope: WorkspaceScope) => Promise<unknown>,
): Promise<string> {
  const explain = ([first = "", ...rest]: TemplateStringsArray, ...values: unknown[]) => {
    const strings = [`explain ${first}`, ...rest];
    return scope.sql(Object.assign(strings, { raw: strings }), ...values);
  };
  const rows = await query(Object.create(scope, { sql: { value: explain } }) as WorkspaceScope);
  return (rows as Record<string, string>[]).flatMap((row) => Object.values(row)).join("\n");
}
