import { tryParseJson } from "@/lib/platform/try-parse-json";
import { invalidField } from "./errors";
import { isStorable } from "./http/input/unstorable-text";
import { isUuid } from "./uuid";

export type ListInput = {
  limit?: number | undefined;
  after?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
};

/** What a query needs: fetch `limit + 1` rows, from the cursor or from the offset. */
export type PageRequest = { limit: number; offset: number; after: string[] | undefined };

export type Page<T> = {
  object: "list";
  data: T[];
  hasMore: boolean;
  nextCursor: string | null;
  total: number | null;
};

const limitDefault = 25;

/** `cursorParts`: of how many texts this list, in this order, makes its cursors; `isTieBreaker`: what the last of them is. */
export function parsePage(
  input: ListInput,
  cursorParts = 1,
  isTieBreaker: (text: string) => boolean = isUuid,
): PageRequest {
  if (input.after !== undefined && input.page !== undefined) {
    throw invalidField("after", "Use either `after` or `page`, not both.");
  }
  const limit = input.limit ?? input.pageSize ?? limitDefault;
  return {
    limit,
    offset: ((input.page ?? 1) - 1) * limit,
    after: input.after ? decodeCursor(input.after, cursorParts, isTieBreaker) : undefined,
  };
}

/** Cuts the one row too many and makes the cursor from the last row kept. */
export function toPage<T>(
  rows: T[],
  limit: number,
  cursorOf: (row: T) => string[],
  total: number | null,
): Page<T> {
  const data = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  const last = data.at(-1);
  return {
    object: "list",
    data,
    hasMore,
    nextCursor: hasMore && last ? encodeCursor(cursorOf(last)) : null,
    total,
  };
}

const encodeCursor = (parts: string[]): string => Buffer.from(JSON.stringify(parts)).toString("base64url");

function decodeCursor(cursor: string, parts: number, isTieBreaker: (text: string) => boolean): string[] {
  const parsed = tryParseJson(Buffer.from(cursor, "base64url").toString());
  if (isCursor(parsed, parts) && isTieBreaker(parsed.at(-1) ?? "")) return parsed;
  throw invalidField(
    "after",
    "This is no cursor of this list in this order. Use `next_cursor` of the previous page.",
  );
}

/** What is none must not reach a query. */
function isCursor(value: unknown, count: number): value is string[] {
  if (!Array.isArray(value) || value.length !== count) return false;
  const parts: unknown[] = value;
  return parts.every((part) => typeof part === "string" && isStorable(part));
}

/** The sort that was asked for, `-` meaning descending; the first allowed one when none was. */
export function parseSort<const S extends string>(
  sort: string | undefined,
  allowed: readonly [S, ...S[]],
): S {
  if (sort === undefined) return allowed[0];
  const found = allowed.find((name) => name === sort);
  if (!found) throw invalidField("sort", `Sort by one of ${allowed.join(", ")}.`);
  return found;
}
