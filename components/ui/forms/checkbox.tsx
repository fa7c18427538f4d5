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

const boxStyles = [
  "flex size-4 items-center justify-center rounded-sm border border-input bg-card text-brand-foreground transition-colors",
  "group-hover/check:border-muted-foreground group-data-invalid/check:border-danger",
  "group-data-checked/check:border-brand-solid group-data-checked/check:bg-brand-solid",
  "group-data-indeterminate/check:border-brand-solid group-data-indeterminate/check:bg-brand-solid",
  "group-focus-visible/check:outline-2 group-focus-visible/check:outline-ring group-focus-visible/check:outline-offset-2",
].join(" ");

export function Checkbox({ label, description, className, ...props }: CheckboxProps) {
  const id = useId();
  const Mark = props.indeterminate ? Minus : Check;
  const control = (
    <BaseCheckbox.Root
      id={label ? id : undefined}
      className={cn(
        "group/check -m-1 flex size-6 shrink-0 items-center justify-center focus-visible:outline-none",
        "data-disabled:cursor-not-allowed data-disabled:opacity-50",
        label ? "mt-0" : className,
      )}
      {...props}
    >
      <span className={boxStyles}>
        <BaseCheckbox.Indicator className="data-unchecked:hidden">
          <Mark aria-hidden className="size-3" strokeWidth={3} />
        </BaseCheckbox.Indicator>
      </span>
    </BaseCheckbox.Root>
  );
  if (!label) return control;
  return (
    <div className={cn("flex items-start gap-2.5 text-sm", className)}>
      {control}
      <label htmlFor={id} className="min-w-0 py-0.5">
        {label}
        {description ? <span className="block text-muted-foreground text-xs">{description}</span> : null}
      </label>
    </div>
  );
}
