"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { ComboboxPopup } from "@/components/ui/forms/combobox-popup";
import { controlStyles } from "@/components/ui/forms/control-styles";
import type { SelectOption } from "@/components/ui/forms/select";

export type MultiComboboxProps<Value extends string> = {
  options: readonly SelectOption<Value>[];
  value: readonly Value[];
  onValueChange: (value: Value[]) => void;
  placeholder?: string;
  emptyText?: string;
  disabled?: boolean;
  "aria-label"?: string;
  className?: string;
};

/** Several choices, shown as removable chips. */
export function MultiCombobox<Value extends string>(props: MultiComboboxProps<Value>) {
  const { options, value, onValueChange, placeholder, emptyText, disabled, className } = props;
  const t = useTranslations("ui");
  const locale = useLocale();
  const chosen = options.filter((option) => value.includes(option.value));
  return (
    <BaseCombobox.Root<SelectOption<Value>, true>
      multiple
      items={[...options]}
      value={chosen}
      onValueChange={(next) => onValueChange(next.map((option) => option.value))}
      isItemEqualToValue={(left, right) => left.value === right.value}
      disabled={disabled}
      locale={locale}
    >
      <BaseCombobox.InputGroup
        className={cn(
          controlStyles,
          "focus-within:border-ring focus-within:outline-2 focus-within:outline-ring focus-within:-outline-offset-1 cursor-text px-1 py-0.75",
          className,
        )}
      >
        <BaseCombobox.Chips className="flex flex-wrap items-center gap-1">
          {chosen.map((option) => (
            <BaseCombobox.Chip
              key={option.value}
              className="flex h-6 items-center rounded-sm bg-accent pl-2 text-xs outline-none data-highlighted:bg-selected"
            >
              {option.label}
              <BaseCombobox.ChipRemove
                aria-label={t("removeItem", { item: option.label })}
                className="flex size-6 items-center justify-center text-muted-foreground hover:text-foreground"
              >
                <X aria-hidden className="size-3" />
              </BaseCombobox.ChipRemove>
            </BaseCombobox.Chip>
          ))}
          <BaseCombobox.Input
            aria-label={props["aria-label"]}
            placeholder={chosen.length === 0 ? (placeholder ?? t("choose")) : undefined}
            className="h-6 min-w-20 flex-1 bg-transparent px-1.5 outline-none focus-visible:outline-none"
          />
        </BaseCombobox.Chips>
      </BaseCombobox.InputGroup>
      <ComboboxPopup emptyText={emptyText} />
    </BaseCombobox.Root>
  );
}
