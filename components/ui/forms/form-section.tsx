import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type FormSectionProps = {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons on the section's bottom line. */
  footer?: ReactNode;
  className?: string;
};

/** A titled group of fields: words on the left, controls on the right, stacked when narrow. */
export function FormSection({ title, description, children, footer, className }: FormSectionProps) {
  return (
    <section
      className={cn(
        "grid gap-x-10 gap-y-4 border-b py-8 first:pt-0 last:border-b-0 lg:grid-cols-[16rem_minmax(0,1fr)]",
        className,
      )}
    >
      <div>
        <h2 className="font-semibold text-base">{title}</h2>
        {description ? <p className="mt-1 text-muted-foreground text-sm">{description}</p> : null}
      </div>
      <div className="flex min-w-0 max-w-2xl flex-col gap-5">
        {children}
        {footer ? <div className="flex flex-wrap justify-end gap-2">{footer}</div> : null}
      </div>
    </section>
  );
}
