"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Plus, Search, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { cn } from "@/components/ui/cn";
import type { TableState } from "@/components/ui/data-table/use-table-state";
import { Combobox } from "@/components/ui/forms/combobox";
import { ComboboxList } from "@/components/ui/forms/combobox-list";
import { controlStyles, popupStyles } from "@/components/ui/forms/control-styles";
import { Field } from "@/components/ui/forms/field";
import type { SelectOption } from "@/components/ui/forms/select";

/** One of more than a list can show: the server finds those that `options` holds, as somebody types. */
export type SearchFilter = {
  id: string;
  label: string;
  options: readonly SelectOption<string>[];
  search: { onChange: (text: string) => void; onOpen: () => void; isLoading: boolean };
};

type Props = { filter: SearchFilter; state: TableState };

/** What is chosen but not known, as a link can ask for, still shows and can be put away. */
function useChoice({ filter, state }: Props) {
  const value = state.filters[filter.id]?.[0] ?? null;
  const known = filter.options.find((option) => option.value === value);
  const chosen = known ?? (value === null ? null : { value, label: value });
  const options = chosen && !known ? [...filter.options, chosen] : filter.options;
  const choose = (next: string | null) => state.setFilter(filter.id, next === null ? [] : [next]);
  const handleOpen = (isOpen: boolean) => {
    if (!isOpen) return;
    filter.search.onChange("");
    filter.search.onOpen();
  };
  return { chosen, options, choose, handleOpen };
}

export function SearchFilterChip(props: Props) {
  const { label, search } = props.filter;
  const t = useTranslations("ui.table");
  const locale = useLocale();
  const { chosen, options, choose, handleOpen } = useChoice(props);
  const name = t("filterBy", { name: label });
  return (
    <span className="flex">
      <BaseCombobox.Root<SelectOption<string>>
        items={[...options]}
        value={chosen}
        onValueChange={(option) => choose(option?.value ?? null)}
        onInputValueChange={(text, { reason }) => reason === "input-change" && search.onChange(text)}
        onOpenChange={handleOpen}
        isItemEqualToValue={(left, right) => left.value === right.value}
        filter={null}
        locale={locale}
        autoHighlight
      >
        <BaseCombobox.Trigger
          aria-label={chosen ? `${name}: ${chosen.label}` : name}
          render={
            <Button
              className={cn(
                chosen ? "rounded-r-none border-r-0" : "border-dashed text-muted-foreground shadow-none",
              )}
            />
          }
        >
          {chosen ? null : <Plus aria-hidden className="size-3.5" />}
          {label}
          {chosen ? (
            <span className="max-w-44 truncate border-l pl-1.5 text-brand">{chosen.label}</span>
          ) : null}
        </BaseCombobox.Trigger>
        <BaseCombobox.Portal>
          <BaseCombobox.Positioner
            sideOffset={4}
            align="start"
            collisionPadding={8}
            className="z-50 outline-none"
          >
            <BaseCombobox.Popup
              aria-label={label}
              className={cn(popupStyles, "w-72 max-w-(--available-width)")}
            >
              <div className="relative border-b p-1.5">
                <Search
                  aria-hidden
                  className="absolute top-1/2 left-4 size-4 -translate-y-1/2 text-muted-foreground"
                />
                <BaseCombobox.Input
                  aria-label={name}
                  placeholder={t("searchPlaceholder")}
                  className={cn(controlStyles, "h-8 pl-8")}
                />
              </div>
              <ComboboxList loading={search.isLoading} />
            </BaseCombobox.Popup>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      </BaseCombobox.Root>
      {chosen ? (
        <Button
          icon={<X />}
          aria-label={t("removeFilter", { name: `${label}: ${chosen.label}` })}
          className="rounded-l-none px-1.5 text-muted-foreground"
          onClick={() => choose(null)}
        />
      ) : null}
    </span>
  );
}

/** The same in the sheet of a phone. */
export function SearchFilterField(props: Props) {
  const { label, search } = props.filter;
  const t = useTranslations("ui.table");
  const { chosen, options, choose, handleOpen } = useChoice(props);
  return (
    <Field label={label}>
      <Combobox
        options={options}
        value={chosen?.value ?? null}
        onValueChange={choose}
        onSearchChange={search.onChange}
        onOpenChange={handleOpen}
        loading={search.isLoading}
        placeholder={t("searchPlaceholder")}
      />
    </Field>
  );
}
