"use client";

import {
  columnVisibilityFeature,
  type ReactTable,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useState } from "react";
import type { TableColumn } from "@/components/ui/data-table/table-column";

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, rowSortingFeature });

export type Table<Row extends object> = ReactTable<typeof features, Row>;

export type DataTableModelOptions<Row extends object> = {
  rows: Row[];
  columns: readonly TableColumn<Row>[];
  rowId: (row: Row) => string;
  selectable: boolean;
  sort: string | undefined;
  onSortChange: (sort: string) => void;
  visibility: Record<string, boolean>;
  /** A selection made under one scope is empty under another. */
  selectionScope: string;
};

/** The headless table: the server sorts and pages, so it only tracks order, columns and selection. */
export function useDataTable<Row extends object>(options: DataTableModelOptions<Row>): Table<Row> {
  const { rows, columns, rowId, selectable, sort, onSortChange, visibility, selectionScope } = options;
  const [selected, setSelected] = useState<{ scope: string; rows: RowSelectionState }>();
  const rowSelection = selected?.scope === selectionScope ? selected.rows : {};
  const sorting = sort ? [{ id: sort.replace(/^-/, ""), desc: sort.startsWith("-") }] : [];

  return useTable({
    features,
    data: rows,
    columns: columns.map((column) => ({
      id: column.id,
      header: column.header,
      cell: ({ row }: { row: { original: Row } }) => column.cell(row.original),
      // Without an accessor the library takes a column for decoration and never sorts by it.
      accessorFn: (row: Row) => row,
      enableSorting: column.sortable ?? false,
      enableHiding: !column.primary,
    })),
    getRowId: rowId,
    enableRowSelection: selectable,
    enableSortingRemoval: false,
    manualSorting: true,
    state: { sorting, rowSelection, columnVisibility: visibility },
    onRowSelectionChange: (updater) => {
      const rows = typeof updater === "function" ? updater(rowSelection) : updater;
      setSelected({ scope: selectionScope, rows });
    },
    onSortingChange: (updater) => {
      const [next] = typeof updater === "function" ? updater(sorting) : updater;
      if (next) onSortChange(`${next.desc ? "-" : ""}${next.id}`);
    },
  });
}
