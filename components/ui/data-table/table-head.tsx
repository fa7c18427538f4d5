"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import type { Table } from "@/components/ui/data-table/use-data-table";
import { Checkbox } from "@/components/ui/forms/checkbox";

export type TableHeadProps<Row extends object> = {
  table: Table<Row>;
  columns: readonly TableColumn<Row>[];
  selectable: boolean;
  hasMenu: boolean;
};

const sortWords = { asc: "ascending", desc: "descending" } as const;
const sortIcons = { asc: ArrowUp, desc: ArrowDown, none: ChevronsUpDown };

export function TableHead<Row extends object>({ table, columns, selectable, hasMenu }: TableHeadProps<Row>) {
  const t = useTranslations("ui.table");
  const headers = table.getHeaderGroups().flatMap((group) => group.headers);
  return (
    <thead className="border-b bg-muted/60 text-muted-foreground text-xs">
      <tr>
        {selectable ? (
          <th scope="col" className="w-10 pl-3.5">
            <Checkbox
              aria-label={t("selectAll")}
              checked={table.getIsAllRowsSelected()}
              indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
              onCheckedChange={(checked) => table.toggleAllRowsSelected(checked)}
            />
          </th>
        ) : null}
        {headers.map((header) => {
          const column = columns.find(({ id }) => id === header.column.id);
          const sorted = header.column.getIsSorted();
          const Icon = sortIcons[sorted || "none"];
          return (
            <th
              key={header.id}
              scope="col"
              aria-sort={sorted ? sortWords[sorted] : undefined}
              style={
                column?.width ? { width: column.width, minWidth: `min(${column.width}, 11rem)` } : undefined
              }
              className={cn("h-9 px-3 text-left font-medium", column?.align === "end" && "text-right")}
            >
              {header.column.getCanSort() ? (
                <button
                  type="button"
                  onClick={() => header.column.toggleSorting(sorted === "asc")}
                  className={cn(
                    "-mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-foreground",
                    sorted && "text-foreground",
                  )}
                >
                  {column?.header}
                  <Icon aria-hidden className={cn("size-3", !sorted && "opacity-60")} />
                </button>
              ) : (
                column?.header
              )}
            </th>
          );
        })}
        {hasMenu ? (
          <th scope="col" className="w-12">
            <span className="sr-only">{t("actions")}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}
