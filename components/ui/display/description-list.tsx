import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type Description = { term: ReactNode; detail: ReactNode; key?: string };

export type DescriptionListProps = {
  items: readonly Description[];
  /** `rows` puts terms at the left, `stack` above, `grid` in columns. */
  layout?: "rows" | "stack" | "grid";
  className?: string;
};

const layouts = {
  rows: {
    list: "divide-y",
    item: "grid grid-cols-[minmax(4.5rem,32%)_minmax(0,1fr)] gap-4 py-2.5 first:pt-0 last:pb-0",
  },
  stack: { list: "flex flex-col gap-4", item: "flex flex-col gap-0.5" },
  grid: {
    list: "grid grid-cols-[repeat(auto-fill,minmax(min(9rem,calc(50%-0.75rem)),1fr))] gap-x-6 gap-y-4",
    item: "flex min-w-0 flex-col gap-0.5",
  },
};

export function DescriptionList({ items, layout = "rows", className }: DescriptionListProps) {
  const styles = layouts[layout];
  return (
    <dl className={cn("text-sm", styles.list, className)}>
      {items.map((item, position) => (
        <div key={item.key ?? position} className={styles.item}>
          <dt className="text-muted-foreground">{item.term}</dt>
          <dd className="min-w-0 break-words">{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
