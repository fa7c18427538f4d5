"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/forms/control-styles";

export type InputProps = Omit<BaseInput.Props, "className" | "prefix"> & {
  className?: string;
  /** Icon or text inside the box, before the value. */
  prefix?: ReactNode;
  /** Icon, unit or button inside the box, after the value. */
  suffix?: ReactNode;
};

export function Input({ prefix, suffix, className, ...props }: InputProps) {
  const control = (
    <BaseInput
      className={cn(controlStyles, "h-8 max-sm:h-10", prefix && "pl-8", suffix && "pr-9", className)}
      {...props}
    />
  );
  if (!prefix && !suffix) return control;
  return (
    <span className="relative flex w-full items-center [&_svg]:size-4">
      {prefix ? (
        <span className="pointer-events-none absolute left-2.5 text-muted-foreground text-sm">{prefix}</span>
      ) : null}
      {control}
      {suffix ? (
        <span className="absolute right-1 flex items-center text-muted-foreground text-sm">{suffix}</span>
      ) : null}
    </span>
  );
}
