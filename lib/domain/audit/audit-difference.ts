type Change = { before: Record<string, unknown> | null; after: Record<string, unknown> | null };

export type AuditDifference = { field: string; before: unknown; after: unknown };

/** Field by field, what an entry says has changed. */
export function differencesOf(entry: Change): AuditDifference[] {
  const fields = new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})]);
  return [...fields].map((field) => ({
    field,
    before: entry.before?.[field],
    after: entry.after?.[field],
  }));
}
