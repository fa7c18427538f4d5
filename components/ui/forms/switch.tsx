"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

export type SwitchProps = Omit<BaseSwitch.Root.Props, "className" | "children"> & {
  /** Visible text; without it pass `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
  className?: string;
};

export function Switch({ label, description, className, ...props }: SwitchProps) {
  const id = useId();
  const control = (
    <BaseSwitch.Root
      id={label ? id : undefined}
      className={cn(
        "group/switch inline-flex h-6 w-8.5 shrink-0 items-center focus-visible:outline-none",
        "data-disabled:cursor-not-allowed data-disabled:opacity-50",
        !label && className,
      )}
      {...props}
    >
      <span className="flex h-5 w-full items-center rounded-full border border-input bg-muted p-0.5 transition-colors group-focus-visible/switch:outline-2 group-focus-visible/switch:outline-ring group-focus-visible/switch:outline-offset-2 group-data-checked/switch:border-brand-solid group-data-checked/switch:bg-brand-solid">
        <BaseSwitch.Thumb className="size-3.5 rounded-full bg-muted-foreground transition-[translate,background-color] duration-150 data-checked:translate-x-3.5 data-checked:bg-white" />
      </span>
    </BaseSwitch.Root>
  );
  if (!label) return control;
  return (
    <div className={cn("flex items-start justify-between gap-4 text-sm", className)}>
      <label htmlFor={id} className="min-w-0 py-0.5">
        <span className="font-medium">{label}</span>
        {description ? <span className="block text-muted-foreground text-xs">{description}</span> : null}
      </label>
      {control}
    </div>
  );
}
