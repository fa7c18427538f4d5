"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

export type CheckboxProps = Omit<BaseCheckbox.Root.Props, "className" | "children"> & {
  /** Visible text; without it pass `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
  className?: string;
};

export function Checkbox({ label, description, className, ...props }: CheckboxProps) {
  const id = useId();
  const box = (
    <BaseCheckbox.Root
      id={label ? id : undefined}
      className={cn(
        "relative flex size-4 shrink-0 items-center justify-center rounded-sm border border-input bg-card transition-colors",
        "after:absolute after:-inset-1.5 hover:border-muted-foreground",
        "data-checked:border-brand-solid data-checked:bg-brand-solid data-indeterminate:border-brand-solid data-indeterminate:bg-brand-solid",
        "data-invalid:border-danger data-disabled:cursor-not-allowed data-disabled:opacity-50",
        label ? "mt-0.5" : className,
      )}
      {...props}
    >
      <BaseCheckbox.Indicator className="text-brand-foreground data-unchecked:hidden">
        {props.indeterminate ? (
          <Minus aria-hidden className="size-3" strokeWidth={3} />
        ) : (
          <Check aria-hidden className="size-3" strokeWidth={3} />
        )}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  if (!label) return box;
  return (
    <div className={cn("flex items-start gap-2.5 py-0.5 text-sm", className)}>
      {box}
      <label htmlFor={id} className="min-w-0">
        {label}
        {description ? <span className="block text-muted-foreground text-xs">{description}</span> : null}
      </label>
    </div>
  );
}
