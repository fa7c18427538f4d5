"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { RowAnchor } from "@/components/ui/data-table/row-anchor";
import type { TableRowsProps } from "@/components/ui/data-table/table-body";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { TableRowMenu } from "@/components/ui/data-table/table-row-menu";
import { Checkbox } from "@/components/ui/forms/checkbox";

/** The same rows on a phone: a card each, the primary column as its title. */
export function TableCards<Row extends object>(props: TableRowsProps<Row>) {
  const { table, columns, rowName, rowMenu, selectable, rowHref, onRowOpen } = props;
  const t = useTranslations("ui.table");
  const visible = new Set(table.getVisibleLeafColumns().map((column) => column.id));
  const shown = columns.filter((column) => visible.has(column.id));
  const primary = shown.find((column) => column.primary);
  const asides = shown.filter((column) => column.card === "aside");
  const lines = shown.filter((column) => !column.primary && (column.card ?? "line") === "line");
  return (
    <ul className="divide-y">
      {table.getRowModel().rows.map((row) => (
        <li
          key={row.id}
          data-row-id={row.id}
          className={cn("flex gap-3 p-3.5", row.getIsSelected() && "bg-brand-subtle")}
        >
          {selectable ? (
            <div className="pt-1">
              <Checkbox
                aria-label={t("selectRow", { name: rowName(row.original) })}
                checked={row.getIsSelected()}
                onCheckedChange={(checked) => row.toggleSelected(checked)}
              />
            </div>
          ) : null}
          <div className="min-w-0 flex-1">
            <div className="flex items-start justify-between gap-2">
              <div className="min-w-0 flex-1">
                <RowAnchor row={row.original} rowHref={rowHref} onRowOpen={onRowOpen}>
                  {primary?.cell(row.original) ?? rowName(row.original)}
                </RowAnchor>
              </div>
              {rowMenu ? (
                <TableRowMenu name={rowName(row.original)}>{rowMenu(row.original)}</TableRowMenu>
              ) : null}
            </div>
            {asides.length > 0 ? (
              <div className="mt-1 flex flex-wrap gap-1.5">
                {asides.map((column) => (
                  <span key={column.id}>{column.cell(row.original)}</span>
                ))}
              </div>
            ) : null}
            <CardLines columns={lines} row={row.original} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What a row has nothing to say about takes no line. */
function CardLines<Row>({ columns, row }: { columns: readonly TableColumn<Row>[]; row: Row }) {
  const lines = columns
    .map((column) => ({ id: column.id, header: column.header, content: column.cell(row) }))
    .filter(({ content }) => content !== "" && content !== null && content !== undefined);
  if (lines.length === 0) return null;
  return (
    <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {lines.map(({ id, header, content }) => (
        <div key={id} className="contents">
          <dt className="text-subtle-foreground">{header}</dt>
          <dd className="truncate text-right">{content}</dd>
        </div>
      ))}
    </dl>
  );
}
