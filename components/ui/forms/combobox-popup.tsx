"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { optionStyles, popupStyles } from "@/components/ui/forms/control-styles";
import { KeepPageTold } from "@/components/ui/forms/keep-page-told";
import type { SelectOption } from "@/components/ui/forms/select";

export function ComboboxPopup({ emptyText, loading }: { emptyText?: string; loading?: boolean }) {
  const t = useTranslations("ui");
  return (
    <BaseCombobox.Portal>
      <BaseCombobox.Positioner sideOffset={4} className="z-50 outline-none">
        <BaseCombobox.Popup
          className={cn(popupStyles, "w-(--anchor-width) min-w-56 max-w-(--available-width)")}
        >
          <KeepPageTold />
          <BaseCombobox.Status className="text-muted-foreground text-sm">
            {loading ? <p className="px-3 py-2.5">{t("loading")}</p> : null}
          </BaseCombobox.Status>
          <BaseCombobox.Empty className="text-muted-foreground text-sm">
            {loading ? null : <p className="px-3 py-2.5">{emptyText ?? t("noMatches")}</p>}
          </BaseCombobox.Empty>
          <BaseCombobox.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 data-empty:p-0">
            {(option: SelectOption<string>) => (
              <BaseCombobox.Item
                key={option.value}
                value={option}
                disabled={option.disabled}
                className={optionStyles}
              >
                {option.icon}
                <span className="min-w-0 flex-1 truncate">
                  {option.label}{" "}
                  {option.description ? (
                    <span className="block truncate text-muted-foreground text-xs">{option.description}</span>
                  ) : null}
                </span>
                <BaseCombobox.ItemIndicator>
                  <Check aria-hidden className="text-brand" />
                </BaseCombobox.ItemIndicator>
              </BaseCombobox.Item>
            )}
          </BaseCombobox.List>
        </BaseCombobox.Popup>
      </BaseCombobox.Positioner>
    </BaseCombobox.Portal>
  );
}
