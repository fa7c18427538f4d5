"use client";

import { Field } from "@base-ui/react/field";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as BaseRadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

export type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
};

export type RadioGroupProps<Value extends string> = {
  options: readonly RadioOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  /** `cards` frames each option, for a choice that deserves the space. */
  appearance?: "list" | "cards";
  name?: string;
  disabled?: boolean;
  "aria-label"?: string;
  className?: string;
};

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { options, appearance = "list", onValueChange, className, ...group } = props;
  const cards = appearance === "cards";
  const id = useId();
  return (
    <BaseRadioGroup
      {...group}
      onValueChange={(value) => onValueChange?.(value)}
      className={cn(cards ? "grid gap-2 sm:grid-cols-2" : "flex flex-col gap-2", className)}
    >
      {options.map((option) => (
        // Each radio is a field of its own: within the group's it would take that one's id, and lose its words.
        <Field.Root key={option.value} className="contents">
          <label
            htmlFor={`${id}-${option.value}`}
            className={cn(
              "flex min-h-6 items-start gap-2.5 text-sm has-data-disabled:opacity-55",
              cards &&
                "rounded-lg border bg-card p-3 transition-colors hover:border-border-strong has-data-checked:border-brand has-data-checked:bg-brand-subtle",
            )}
          >
            <Radio.Root
              id={`${id}-${option.value}`}
              value={option.value}
              disabled={option.disabled}
              className="group/radio -m-1 mt-0 flex size-6 shrink-0 items-center justify-center focus-visible:outline-none"
            >
              <span className="flex size-4 items-center justify-center rounded-full border border-input bg-card transition-colors group-focus-visible/radio:outline-2 group-focus-visible/radio:outline-ring group-focus-visible/radio:outline-offset-2 group-data-checked/radio:border-brand-solid group-data-checked/radio:bg-brand-solid">
                <Radio.Indicator className="size-1.5 rounded-full bg-brand-foreground data-unchecked:hidden" />
              </span>
            </Radio.Root>
            <span className="min-w-0 flex-1 py-0.5">
              <span className={cn(cards && "font-medium")}>{option.label}</span>
              {option.description ? (
                <span className="block text-muted-foreground text-xs">{option.description}</span>
              ) : null}
            </span>
            {option.icon ? <span className="text-muted-foreground [&_svg]:size-4">{option.icon}</span> : null}
          </label>
        </Field.Root>
      ))}
    </BaseRadioGroup>
  );
}
