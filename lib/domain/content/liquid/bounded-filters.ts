import type { FilterImplOptions } from "liquidjs";
import { sizeOfValue } from "./size-of-value";

/** What the filters of one text may be given, in characters and parts of lists: far above any real message. */
export const memoryUnitsMax = 1_000_000;

/** Which arguments are counts. The engine compares a text with a number once for each letter, reading all its digits again. */
const countArguments: Record<string, readonly number[]> = {
  slice: [0, 1],
  truncate: [0],
  truncatewords: [0],
  sample: [0],
  round: [0],
};

/** Indented by depth, a deep value becomes longer than any memory. */
const indentingFilters = new Set(["json", "jsonify", "inspect"]);

/** Filters that look at each part more than once. */
const looksAtEachPart: Record<string, number> = { sample: 20, sort: 20, sort_natural: 20 };

/** The engine looks at its limits between the tags of a text, never inside a filter: what a filter is given is paid for before it works. */
export function boundFilter(name: string, filter: FilterImplOptions): FilterImplOptions {
  const handler = typeof filter === "function" ? filter : filter.handler;
  const looks = looksAtEachPart[name] ?? 1;
  return function (value: unknown, ...given: unknown[]): unknown {
    const { memoryLimit, renderLimit } = this.context;
    renderLimit.check(performance.now());
    for (const part of [value, ...given]) memoryLimit.use(looks * sizeOfValue(part, memoryUnitsMax));
    return handler.apply(this, [value, ...boundArguments(name, given)]);
  };
}

function boundArguments(name: string, given: readonly unknown[]): readonly unknown[] {
  if (indentingFilters.has(name)) return [];
  const counts = countArguments[name];
  return counts ? given.map((part, place) => (counts.includes(place) ? toCount(part) : part)) : given;
}

function toCount(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const count = typeof value === "string" || typeof value === "number" ? Number(value) : 0;
  return Math.min(Math.max(Math.trunc(count) || 0, -memoryUnitsMax), memoryUnitsMax);
}
