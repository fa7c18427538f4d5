import type { AuditChange } from "@/lib/platform/context/workspace-context";

type Fields = Record<string, unknown>;

/** Without what nobody said anything about. */
export const definedOf = <T extends object>(change: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;

/** Before and after of the fields that differ. */
export function changedFields(before: Fields, after: Fields): AuditChange {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name]]));
  return { before: pick(before), after: pick(after) };
}
