"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { RowAnchor, type RowOpening } from "@/components/ui/data-table/row-anchor";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { TableRowMenu } from "@/components/ui/data-table/table-row-menu";
import type { Table } from "@/components/ui/data-table/use-data-table";
import type { Density } from "@/components/ui/data-table/use-view-settings";
import { Checkbox } from "@/components/ui/forms/checkbox";

export type TableRowsProps<Row extends object> = RowOpening<Row> & {
  table: Table<Row>;
  columns: readonly TableColumn<Row>[];
  rowName: (row: Row) => string;
  rowMenu?: (row: Row) => ReactNode;
  selectable: boolean;
  density: Density;
};

export function TableBody<Row extends object>(props: TableRowsProps<Row>) {
  const { table, columns, rowName, rowMenu, selectable, density, rowHref, onRowOpen } = props;
  const t = useTranslations("ui.table");
  const opens = Boolean(rowHref ?? onRowOpen);
  return (
    <tbody className="divide-y">
      {table.getRowModel().rows.map((row) => (
        <tr
          key={row.id}
          data-row-id={row.id}
          aria-selected={selectable ? row.getIsSelected() : undefined}
          className={cn(
            "group/row transition-colors hover:bg-muted/70 aria-selected:bg-brand-subtle",
            density === "compact" ? "h-9" : "h-12",
            opens && "cursor-pointer",
          )}
        >
          {selectable ? (
            <td className="pl-3.5">
              <Checkbox
                aria-label={t("selectRow", { name: rowName(row.original) })}
                checked={row.getIsSelected()}
                onCheckedChange={(checked) => row.toggleSelected(checked)}
              />
            </td>
          ) : null}
          {row.getVisibleCells().map((cell) => {
            const column = columns.find(({ id }) => id === cell.column.id);
            const content = column?.cell(row.original);
            return (
              <td
                key={cell.id}
                className={cn("max-w-80 truncate px-3", column?.align === "end" && "text-right tabular-nums")}
              >
                {column?.primary ? (
                  <RowAnchor row={row.original} rowHref={rowHref} onRowOpen={onRowOpen}>
                    {content}
                  </RowAnchor>
                ) : (
                  content
                )}
              </td>
            );
          })}
          {rowMenu ? (
            <td className="pr-2 text-right">
              <TableRowMenu name={rowName(row.original)}>{rowMenu(row.original)}</TableRowMenu>
            </td>
          ) : null}
        </tr>
      ))}
    </tbody>
  );
}
