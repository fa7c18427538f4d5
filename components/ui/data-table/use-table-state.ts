"use client";

import {
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type SingleParserBuilder,
  useQueryStates,
} from "nuqs";
import { useState } from "react";

/** Filter ids with their allowed values; `null` allows any text. */
export type FilterWords = Record<string, readonly string[] | null>;

export type FilterValues<Words extends FilterWords> = {
  [Id in keyof Words]: Words[Id] extends readonly (infer Word)[] ? Word[] : string[];
};

export type TableStateOptions<Words extends FilterWords> = {
  filters?: Words;
  /** A column id, with `-` for descending: `-createdAt`. */
  defaultSort?: string;
  paging?: "cursor" | "page";
  pageSize?: number;
};

const pageSizeMax = 100;

/** Search, filters, sort and paging of one list, kept in the URL. `query` is what the list's contract takes. */
export function useTableState<const Words extends FilterWords = Record<never, never>>(
  options: TableStateOptions<Words> = {},
) {
  const { defaultSort, paging = "cursor", pageSize: pageSizeDefault = 25 } = options;
  const [trail, setTrail] = useState<string[]>([]);
  const [base, setBase] = useQueryStates(baseParsers, { history: "push" });
  const [chosen, setChosen] = useQueryStates(parsersOf(options.filters), { history: "push" });

  const filters = onlyChosen(chosen) as Partial<FilterValues<Words>>;
  const pageSize = Math.min(base.size ?? pageSizeDefault, pageSizeMax);
  const sort = base.sort ?? defaultSort;
  const toStart = { after: null, page: null };

  return {
    search: base.q ?? "",
    sort,
    filters,
    pageSize,
    paging,
    page: base.page ?? 1,
    isFiltered: Boolean(base.q) || Object.keys(filters).length > 0,
    hasPrevious: paging === "page" ? (base.page ?? 1) > 1 : base.after !== null,
    query: {
      ...(base.q ? { q: base.q } : {}),
      ...(sort ? { sort } : {}),
      ...(paging === "page" ? { page: base.page ?? 1, pageSize } : { limit: pageSize }),
      ...(paging === "cursor" && base.after ? { after: base.after } : {}),
      ...filters,
    },
    setSearch: (text: string) => void setBase({ q: text.trim() || null, ...toStart }, { history: "replace" }),
    setSort: (next: string) => void setBase({ sort: next === defaultSort ? null : next, ...toStart }),
    setPageSize: (size: number) => void setBase({ size: size === pageSizeDefault ? null : size, ...toStart }),
    setFilter: (id: string, values: string[]) => {
      void setBase(toStart);
      void setChosen({ [id]: values.length > 0 ? values : null });
    },
    clearFilters: () => {
      void setBase({ q: null, ...toStart });
      void setChosen(null);
    },
    goNext: (cursor: string | null) => {
      if (paging === "page") return void setBase({ page: (base.page ?? 1) + 1 });
      setTrail(base.after ? [...trail, base.after] : []);
      void setBase({ after: cursor });
    },
    goPrevious: () => {
      if (paging === "page") return void setBase({ page: Math.max(1, (base.page ?? 1) - 1) });
      setTrail(trail.slice(0, -1));
      void setBase({ after: trail.at(-1) ?? null });
    },
  };
}

/** What `DataTable` needs of it, whatever the filters are. */
export type TableState = Omit<ReturnType<typeof useTableState>, "filters" | "query"> & {
  filters: Partial<Record<string, string[]>>;
};

const baseParsers = {
  q: parseAsString,
  sort: parseAsString,
  after: parseAsString,
  page: parseAsInteger,
  size: parseAsInteger,
};

function parsersOf(words: FilterWords | undefined): Record<string, SingleParserBuilder<string[]>> {
  const entries = Object.entries(words ?? {}).map(([id, allowed]) => {
    const word = allowed ? parseAsStringLiteral(allowed) : parseAsString;
    return [id, parseAsArrayOf<string>(word)] as const;
  });
  return Object.fromEntries(entries);
}

function onlyChosen(values: Record<string, string[] | null>): Record<string, string[]> {
  const entries = Object.entries(values).flatMap(([id, words]) =>
    words?.length ? [[id, words] as const] : [],
  );
  return Object.fromEntries(entries);
}
