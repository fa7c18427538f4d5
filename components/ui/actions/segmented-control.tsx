"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type Segment<Value extends string> = { value: Value; label: string; icon?: ReactNode };

export type SegmentedControlProps<Value extends string> = {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Icons only; labels stay as accessible names. */
  iconOnly?: boolean;
  className?: string;
};

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onValueChange, iconOnly = false, className } = props;
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={([next]) => next && onValueChange(next)}
      className={cn("inline-flex gap-0.5 rounded-md border bg-muted p-0.5", className)}
    >
      {segments.map((segment) => (
        <Toggle
          key={segment.value}
          value={segment.value}
          aria-label={iconOnly ? segment.label : undefined}
          className="inline-flex h-6.5 min-w-7 items-center justify-center gap-1.5 rounded-sm px-2 font-medium text-muted-foreground text-xs transition-colors hover:text-foreground data-pressed:bg-card data-pressed:text-foreground data-pressed:shadow-sm [&_svg]:size-3.5"
        >
          {segment.icon}
          {iconOnly ? null : segment.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
