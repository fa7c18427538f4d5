"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { cn } from "@/components/ui/cn";
import type { RowOpening } from "@/components/ui/data-table/row-anchor";
import { TableBody, type TableRowsProps } from "@/components/ui/data-table/table-body";
import { TableBulkBar, type TableSelection } from "@/components/ui/data-table/table-bulk-bar";
import { TableCards } from "@/components/ui/data-table/table-cards";
import type { TableColumn, TableQuery } from "@/components/ui/data-table/table-column";
import { type TableFilter, TableFilters } from "@/components/ui/data-table/table-filters";
import { TableHead } from "@/components/ui/data-table/table-head";
import { TableSearch } from "@/components/ui/data-table/table-search";
import { TableSkeleton } from "@/components/ui/data-table/table-skeleton";
import { TableViewMenu } from "@/components/ui/data-table/table-view-menu";
import { useDataTable } from "@/components/ui/data-table/use-data-table";
import { useRowKeys } from "@/components/ui/data-table/use-row-keys";
import type { TableState } from "@/components/ui/data-table/use-table-state";
import { useViewSettings } from "@/components/ui/data-table/use-view-settings";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Pagination } from "@/components/ui/navigation/pagination";
import { useDelayed } from "@/lib/browser/use-delayed";
import { useMediaQuery } from "@/lib/browser/use-media-query";

export type DataTableProps<Row extends object> = RowOpening<Row> & {
  /** Keeps the view settings of this table apart from others. */
  tableId: string;
  /** What the rows are, for assistive technology: "Campaigns". */
  label: string;
  columns: readonly TableColumn<Row>[];
  query: TableQuery<Row>;
  state: TableState;
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  filters?: readonly TableFilter[];
  searchPlaceholder?: string;
  /** `MenuItem`s for one row. */
  rowMenu?: (row: Row) => ReactNode;
  /** Buttons for the selection; their presence makes rows selectable. */
  bulkActions?: (selection: TableSelection) => ReactNode;
  /** Whether the actions can take "all that match" instead of ids. */
  canSelectMatching?: boolean;
  /** Extra controls at the end of the toolbar. */
  toolbar?: ReactNode;
  /** Shown when there is nothing at all yet; an `EmptyState` with the first step. */
  empty: ReactNode;
};

const noRows: never[] = [];

export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, query, state, filters = [], searchPlaceholder, toolbar, bulkActions } = props;
  const view = useViewSettings(props.tableId, columns);
  const table = useDataTable({
    rows: query.data?.data ?? noRows,
    columns,
    rowId: props.rowId,
    selectable: Boolean(bulkActions),
    sort: state.sort,
    onSortChange: state.setSort,
    visibility: view.visibility,
    selectionScope: JSON.stringify([state.search, state.filters]),
  });
  const [allMatching, setAllMatching] = useState(false);
  const clear = () => {
    setAllMatching(false);
    table.resetRowSelection(true);
  };
  const ids = Object.keys(table.state.rowSelection);
  const total = query.data?.total ?? null;
  const isAll = allMatching && ids.length > 0;
  const selection = { ids, allMatching: isAll, count: isAll && total !== null ? total : ids.length, clear };
  const rowKeys = useRowKeys((id) => bulkActions && table.getRow(id).toggleSelected());

  return (
    <div>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <div className={cn("min-w-0", toolbar ? "max-sm:basis-full" : "max-sm:flex-1")}>
          <TableSearch value={state.search} onChange={state.setSearch} placeholder={searchPlaceholder} />
        </div>
        <TableFilters filters={filters} state={state} />
        <div className="ml-auto flex items-center gap-2 max-sm:[&_button]:h-10">
          {toolbar}
          <TableViewMenu columns={columns} view={view} state={state} />
        </div>
      </div>
      <div {...rowKeys} className="overflow-hidden rounded-lg border bg-card">
        <TableContent {...props} table={table} density={view.density} selectable={Boolean(bulkActions)} />
      </div>
      {bulkActions ? (
        <TableBulkBar
          selection={selection}
          total={total}
          onSelectMatching={props.canSelectMatching ? () => setAllMatching(true) : undefined}
        >
          {bulkActions(selection)}
        </TableBulkBar>
      ) : null}
      <TablePages query={query} state={state} />
    </div>
  );
}

function TableContent<Row extends object>(props: DataTableProps<Row> & TableRowsProps<Row>) {
  const { query, state, table, columns, density, selectable, rowMenu, label } = props;
  const t = useTranslations("ui.table");
  const narrow = useMediaQuery("(max-width: 639px)");
  const slow = useDelayed(query.isPending);
  if (query.isPending)
    return slow ? <TableSkeleton dense={density === "compact"} /> : <div className="h-105" />;
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} />;
  if (query.data?.data.length === 0 && state.isFiltered) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t("noMatchesTitle")}
        description={t("noMatchesDescription")}
        actions={<Button onClick={state.clearFilters}>{t("clearFilters")}</Button>}
      />
    );
  }
  if (query.data?.data.length === 0) return props.empty;
  if (narrow) return <TableCards {...props} />;
  return (
    <div className={cn("overflow-x-auto transition-opacity", query.isPlaceholderData && "opacity-60")}>
      <table className="w-full text-sm" aria-busy={query.isPlaceholderData}>
        <caption className="sr-only">
          {label}. {t("keyboardHint")}
        </caption>
        <TableHead table={table} columns={columns} selectable={selectable} hasMenu={Boolean(rowMenu)} />
        <TableBody {...props} />
      </table>
    </div>
  );
}

function TablePages<Row>({ query, state }: { query: TableQuery<Row>; state: TableState }) {
  const page = query.data;
  if (!page || query.isError || (page.data.length === 0 && !state.hasPrevious)) return null;
  const from = (state.page - 1) * state.pageSize + 1;
  const range = { from, to: from + page.data.length - 1, total: page.total ?? undefined };
  return (
    <Pagination
      className="mt-3"
      hasPrevious={state.hasPrevious}
      hasNext={page.hasMore}
      onPrevious={state.goPrevious}
      onNext={() => state.goNext(page.nextCursor)}
      range={state.paging === "page" ? range : undefined}
      pageSize={state.pageSize}
      onPageSizeChange={state.setPageSize}
    />
  );
}
