import type { WorkspaceScope } from "../scope";

/** How Postgres goes about the statements that `query` sends: themselves, not copies of them. */
export async function planOf(
  scope: WorkspaceScope,
  query: (scope: WorkspaceScope) => Promise<unknown>,
): Promise<string> {
  const lines: string[] = [];
  const explain = async ([first = "", ...rest]: TemplateStringsArray, ...values: unknown[]) => {
    const strings = [`explain ${first}`, ...rest];
    const plan = await scope.sql<Record<string, string>>(Object.assign(strings, { raw: strings }), ...values);
    lines.push(...plan.flatMap((row) => Object.values(row)));
    return [];
  };
  await query(Object.create(scope, { sql: { value: explain } }) as WorkspaceScope);
  return lines.join("\n");
}
