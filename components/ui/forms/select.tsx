"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { controlStyles, optionStyles, popupStyles } from "@/components/ui/forms/control-styles";

export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  description?: string;
  icon?: ReactNode;
  disabled?: boolean;
};

export type SelectProps<Value extends string> = {
  options: readonly SelectOption<Value>[];
  value?: Value | null;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  /** Only when no `Field` names it. */
  "aria-label"?: string;
  className?: string;
};

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, onValueChange, placeholder, "aria-label": ariaLabel, className, ...root } = props;
  const t = useTranslations("ui");
  const items = options.map(({ value, label }) => ({ value, label }));
  return (
    <BaseSelect.Root items={items} onValueChange={(value) => value && onValueChange?.(value)} {...root}>
      <BaseSelect.Trigger
        aria-label={ariaLabel}
        className={cn(
          controlStyles,
          "flex h-8 items-center justify-between gap-2 pr-2 text-left max-sm:h-10",
          className,
        )}
      >
        <BaseSelect.Value
          className="truncate data-placeholder:text-subtle-foreground"
          placeholder={placeholder ?? t("choose")}
        />
        <BaseSelect.Icon className="text-muted-foreground">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <BaseSelect.Popup className={cn(popupStyles, "min-w-(--anchor-width)")}>
            <BaseSelect.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto p-1">
              {options.map((option) => (
                <BaseSelect.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled}
                  className={optionStyles}
                >
                  {option.icon}
                  <span className="min-w-0 flex-1">
                    <BaseSelect.ItemText className="block">{option.label}</BaseSelect.ItemText>{" "}
                    {option.description ? (
                      <span className="block text-muted-foreground text-xs">{option.description}</span>
                    ) : null}
                  </span>
                  <BaseSelect.ItemIndicator>
                    <Check aria-hidden className="text-brand" />
                  </BaseSelect.ItemIndicator>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
