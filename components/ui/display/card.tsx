import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type CardProps = Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** Content runs to the edges, for tables and lists. */
  flush?: boolean;
};

export function Card({
  title,
  description,
  actions,
  footer,
  flush,
  className,
  children,
  ...props
}: CardProps) {
  return (
    <section className={cn("min-w-0 rounded-lg border bg-card", className)} {...props}>
      {title || actions ? (
        <header
          className={cn(
            "flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5",
            flush && "pb-3.5",
          )}
        >
          <div className="min-w-0 flex-1 basis-48">
            {title ? <h2 className="font-semibold text-base">{title}</h2> : null}
            {description ? <p className="text-muted-foreground text-sm">{description}</p> : null}
          </div>
          {actions ? <div className="flex min-w-0 max-w-full items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div className={flush ? undefined : "p-4"}>{children}</div>
      {footer ? (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-4 py-3">{footer}</footer>
      ) : null}
    </section>
  );
}
