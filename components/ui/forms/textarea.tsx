"use client";

import { Field } from "@base-ui/react/field";
import type { ComponentProps, KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/forms/control-styles";

export type TextareaProps = ComponentProps<"textarea"> & {
  /** Grows with its text. */
  autoSize?: boolean;
};

export function Textarea({ autoSize = true, rows = 3, className, onKeyDown, ...props }: TextareaProps) {
  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event);
    const wantsSubmit = event.key === "Enter" && (event.metaKey || event.ctrlKey);
    if (wantsSubmit && !event.defaultPrevented) event.currentTarget.form?.requestSubmit();
  };
  return (
    <Field.Control
      render={
        <textarea
          rows={rows}
          className={cn(
            controlStyles,
            "min-h-16 py-1.5 leading-normal",
            autoSize && "field-sizing-content",
            className,
          )}
          {...props}
          onKeyDown={handleKeyDown}
        />
      }
    />
  );
}
