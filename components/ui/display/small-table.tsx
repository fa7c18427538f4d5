import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type SmallColumn<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "right";
  /** Width and visibility, for head and cells alike. */
  className?: string;
};

export type SmallTableProps<Row> = {
  caption: string;
  /** The first one names the row. */
  columns: readonly SmallColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** A few rows inside a card: no search, no paging. */
export function SmallTable<Row>({ caption, columns, rows, keyOf }: SmallTableProps<Row>) {
  return (
    <table className="w-full table-fixed text-sm tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-y bg-muted text-muted-foreground text-xs">
        <tr>
          {columns.map((column, position) => (
            <th key={column.header} scope="col" className={cn("h-8 font-medium", styles(column, position))}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map((row) => (
          <tr key={keyOf(row)} className="h-10">
            {columns.map((column, position) => (
              <Cell key={column.header} isHeader={position === 0} className={styles(column, position)}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const styles = ({ align, className }: Pick<SmallColumn<never>, "align" | "className">, position: number) =>
  cn("pr-4", position === 0 && "pl-4", align === "right" ? "text-right" : "text-left", className);

type CellProps = { isHeader: boolean; className: string; children: ReactNode };

function Cell({ isHeader, className, children }: CellProps) {
  return isHeader ? (
    <th scope="row" className={cn("py-2 font-normal", className)}>
      {children}
    </th>
  ) : (
    <td className={cn("py-2", className)}>{children}</td>
  );
}
