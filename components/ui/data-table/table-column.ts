import type { ReactNode } from "react";

export type TableColumn<Row> = {
  /** Also the sort key sent to the server. */
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  align?: "start" | "end";
  /** Any CSS width; the rest is shared out by content. */
  width?: string;
  /** Off until chosen in the view menu. */
  hidden?: boolean;
  /** Names the row: carries its link, cannot be hidden, heads the card. */
  primary?: boolean;
  /** Where it goes on a phone's card: beside the title, as a labelled line, or nowhere. */
  card?: "aside" | "line" | "none";
};

export type TablePage<Row> = {
  data: Row[];
  hasMore: boolean;
  nextCursor: string | null;
  total: number | null;
};

/** The part of a TanStack Query result that a table reads. */
export type TableQuery<Row> = {
  data: TablePage<Row> | undefined;
  isPending: boolean;
  isError: boolean;
  isPlaceholderData?: boolean;
  refetch: () => unknown;
};
