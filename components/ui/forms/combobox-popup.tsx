"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { cn } from "@/components/ui/cn";
import { ComboboxList, type ComboboxListProps } from "@/components/ui/forms/combobox-list";
import { popupStyles } from "@/components/ui/forms/control-styles";
import { KeepPageTold } from "@/components/ui/forms/keep-page-told";

export function ComboboxPopup(props: ComboboxListProps) {
  return (
    <BaseCombobox.Portal>
      <BaseCombobox.Positioner sideOffset={4} className="z-50 outline-none">
        <BaseCombobox.Popup
          className={cn(popupStyles, "w-(--anchor-width) min-w-56 max-w-(--available-width)")}
        >
          <KeepPageTold />
          <ComboboxList {...props} />
        </BaseCombobox.Popup>
      </BaseCombobox.Positioner>
    </BaseCombobox.Portal>
  );
}
