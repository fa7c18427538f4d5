"use client";

import Link from "next/link";
import type { ReactNode } from "react";

export type RowOpening<Row> = {
  rowHref?: (row: Row) => string;
  onRowOpen?: (row: Row) => void;
};

export type RowAnchorProps<Row> = RowOpening<Row> & { row: Row; children: ReactNode };

const className =
  "-mx-1 block min-h-6 max-w-full truncate rounded-sm px-1 text-left font-medium leading-6 underline-offset-4 group-hover/row:underline";

/** The row's own link or button; arrow keys move between these. */
export function RowAnchor<Row>({ row, rowHref, onRowOpen, children }: RowAnchorProps<Row>) {
  if (rowHref) {
    return (
      <Link href={rowHref(row)} data-row-anchor className={className}>
        {children}
      </Link>
    );
  }
  if (onRowOpen) {
    return (
      <button type="button" data-row-anchor className={className} onClick={() => onRowOpen(row)}>
        {children}
      </button>
    );
  }
  return <span className="block truncate font-medium">{children}</span>;
}
