"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { ChevronsUpDown, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { ComboboxPopup } from "@/components/ui/forms/combobox-popup";
import { controlStyles } from "@/components/ui/forms/control-styles";
import type { SelectOption } from "@/components/ui/forms/select";

export type ComboboxProps<Value extends string> = {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value | null) => void;
  /** For options fetched by search text; the list is then shown as given. */
  onSearchChange?: (search: string) => void;
  /** For options fetched only once somebody looks for them. */
  onOpenChange?: (isOpen: boolean) => void;
  loading?: boolean;
  placeholder?: string;
  emptyText?: string;
  disabled?: boolean;
  "aria-label"?: string;
  className?: string;
};

const button =
  "flex size-6 items-center justify-center rounded-sm text-muted-foreground hover:text-foreground";

/** One choice from a list that is long enough to search. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const { options, value, onValueChange, onSearchChange, onOpenChange } = props;
  const { loading, placeholder, emptyText, disabled } = props;
  const t = useTranslations("ui");
  const locale = useLocale();
  const chosen = useSame(options.find((option) => option.value === value) ?? null);
  return (
    <BaseCombobox.Root<SelectOption<Value>>
      items={[...options]}
      value={chosen}
      onValueChange={(option) => onValueChange(option?.value ?? null)}
      onInputValueChange={(text, { reason }) => reason === "input-change" && onSearchChange?.(text)}
      onOpenChange={onOpenChange}
      isItemEqualToValue={(left, right) => left.value === right.value}
      filter={onSearchChange ? null : undefined}
      disabled={disabled}
      locale={locale}
      autoHighlight
    >
      <BaseCombobox.InputGroup className={cn("relative w-full", props.className)}>
        <BaseCombobox.Input
          aria-label={props["aria-label"]}
          placeholder={placeholder ?? t("choose")}
          className={cn(controlStyles, "h-8 pr-14 max-sm:h-10")}
        />
        <span className="absolute inset-y-0 right-1 flex items-center">
          <BaseCombobox.Clear aria-label={t("clear")} className={button}>
            <X aria-hidden className="size-3.5" />
          </BaseCombobox.Clear>
          <BaseCombobox.Trigger aria-label={t("openList")} className={button}>
            <ChevronsUpDown aria-hidden className="size-3.5" />
          </BaseCombobox.Trigger>
        </span>
      </BaseCombobox.InputGroup>
      <ComboboxPopup emptyText={emptyText} loading={loading} />
    </BaseCombobox.Root>
  );
}

/** Another object of the same choice counts as a new one, whose label is written over what somebody types. */
function useSame<Value extends string>(option: SelectOption<Value> | null): SelectOption<Value> | null {
  const [seen, setSeen] = useState(option);
  const isSame = seen?.value === option?.value && seen?.label === option?.label;
  if (!isSame) setSeen(option);
  return isSame ? seen : option;
}
