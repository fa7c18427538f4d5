import type { PageRequest } from "@/lib/platform/paging";
import type { Fragment } from "./client";
import type { WorkspaceScope } from "./scope";

/** The columns that a list goes by, each with the field in which a row has it; the last, an id, breaks ties. */
export type Order<Field extends string = string> = {
  direction: "asc" | "desc";
  keys: readonly (readonly [column: string, field: Field])[];
};

/** The newest first, and the oldest first: ids grow with time. */
export const ageSorts = ["-created_at", "created_at"] as const;

export const byAge = (id: string): Record<(typeof ageSorts)[number], Order<"id">> => ({
  "-created_at": { direction: "desc", keys: [[id, "id"]] },
  created_at: { direction: "asc", keys: [[id, "id"]] },
});

/** What a cursor of this order holds of the last row of a page. */
export const cursorOf = <Field extends string>(
  { keys }: Order<Field>,
  row: Readonly<Record<Field, string>>,
): string[] => keys.map(([, field]) => row[field]);

/** Ends a list's statement after its last condition: one page in this order, and the row that would follow it. */
export function pageOf(scope: WorkspaceScope, { direction, keys }: Order, page: PageRequest): Fragment {
  const { fragment } = scope;
  const word = scope.keyword(direction);
  const columns = keys.map(([column]) => fragment`${scope.name(column)}`);
  const order = listed(
    scope,
    columns.map((column) => fragment`${column} ${word}`),
  );
  const values = page.after?.map((value, at) =>
    at === keys.length - 1 ? fragment`${value}::uuid` : fragment`${value}`,
  );
  const compare = scope.keyword(direction === "asc" ? ">" : "<");
  const after = values
    ? fragment`and (${listed(scope, columns)}) ${compare} (${listed(scope, values)})`
    : fragment``;
  return fragment`${after} order by ${order} limit ${page.limit + 1} offset ${page.after ? 0 : page.offset}`;
}

const listed = (scope: WorkspaceScope, parts: Fragment[]): Fragment =>
  parts.reduce((so, part) => scope.fragment`${so}, ${part}`);
