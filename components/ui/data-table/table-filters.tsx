"use client";

import { ListFilter, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { cn } from "@/components/ui/cn";
import {
  type SearchFilter,
  SearchFilterChip,
  SearchFilterField,
} from "@/components/ui/data-table/search-filter";
import type { TableState } from "@/components/ui/data-table/use-table-state";
import { Checkbox } from "@/components/ui/forms/checkbox";
import type { SelectOption } from "@/components/ui/forms/select";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuCheckboxItem, MenuSeparator } from "@/components/ui/overlays/menu-group";
import { Sheet } from "@/components/ui/overlays/sheet";

type WordFilter = { id: string; label: string; options: readonly SelectOption<string>[] };

export type TableFilter = WordFilter | SearchFilter;

export type TableFiltersProps = { filters: readonly TableFilter[]; state: TableState };

/** One chip per filter; on a phone they share one sheet. */
export function TableFilters({ filters, state }: TableFiltersProps) {
  const t = useTranslations("ui.table");
  if (filters.length === 0) return null;
  return (
    <>
      <div className="hidden flex-wrap items-center gap-2 sm:flex">
        {filters.map((filter) =>
          "search" in filter ? (
            <SearchFilterChip key={filter.id} filter={filter} state={state} />
          ) : (
            <FilterChip key={filter.id} filter={filter} state={state} />
          ),
        )}
        {state.isFiltered ? (
          <Button variant="ghost" onClick={state.clearFilters}>
            {t("clearFilters")}
          </Button>
        ) : null}
      </div>
      <FilterSheet filters={filters} state={state} />
    </>
  );
}

/** What is chosen but not on offer, as a link can ask for, still shows and can be put away. */
function optionsOf(filter: WordFilter, values: readonly string[]): WordFilter["options"] {
  const offered = new Set(filter.options.map(({ value }) => value));
  const others = values.filter((value) => !offered.has(value));
  return [...filter.options, ...others.map((value) => ({ value, label: value }))];
}

function toggled(values: string[], value: string, on: boolean): string[] {
  return on ? [...values, value] : values.filter((other) => other !== value);
}

function FilterChip({ filter, state }: { filter: WordFilter; state: TableState }) {
  const t = useTranslations("ui.table");
  const values = state.filters[filter.id] ?? [];
  const options = optionsOf(filter, values);
  const words = options.filter((option) => values.includes(option.value)).map((option) => option.label);
  const trigger = (
    <Button
      aria-label={[t("filterBy", { name: filter.label }), words.join(", ")].filter(Boolean).join(": ")}
      className={cn(words.length === 0 && "border-dashed text-muted-foreground shadow-none")}
    >
      {words.length === 0 ? <Plus aria-hidden className="size-3.5" /> : null}
      {filter.label}
      {words.length > 0 ? (
        <span className="max-w-44 truncate border-l pl-1.5 text-brand">
          {words.length > 2 ? words.length : words.join(", ")}
        </span>
      ) : null}
    </Button>
  );
  return (
    <Menu trigger={trigger} align="start">
      {options.map((option) => (
        <MenuCheckboxItem
          key={option.value}
          checked={values.includes(option.value)}
          onCheckedChange={(on) => state.setFilter(filter.id, toggled(values, option.value, on))}
        >
          {option.icon}
          {option.label}
        </MenuCheckboxItem>
      ))}
      {values.length > 0 ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<X aria-hidden />} onClick={() => state.setFilter(filter.id, [])}>
            {t("removeFilter", { name: filter.label })}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}

function FilterSheet({ filters, state }: TableFiltersProps) {
  const t = useTranslations("ui.table");
  const count = filters.filter((filter) => state.filters[filter.id]?.length).length;
  const trigger = (
    <Button icon={<ListFilter />} size="lg" className="sm:hidden">
      {t("filter")}
      {count > 0 ? (
        <span className="rounded-full bg-brand-solid px-1.5 text-brand-foreground text-xs">{count}</span>
      ) : null}
    </Button>
  );
  return (
    <Sheet
      side="bottom"
      title={t("filter")}
      trigger={trigger}
      footer={<Button onClick={state.clearFilters}>{t("clearFilters")}</Button>}
    >
      <div className="flex flex-col gap-6">
        {filters.map((filter) => {
          if ("search" in filter) return <SearchFilterField key={filter.id} filter={filter} state={state} />;
          const values = state.filters[filter.id] ?? [];
          return (
            <fieldset key={filter.id} className="flex flex-col gap-2">
              <legend className="mb-2 font-medium text-sm">{filter.label}</legend>
              {optionsOf(filter, values).map((option) => (
                <Checkbox
                  key={option.value}
                  label={option.label}
                  checked={values.includes(option.value)}
                  onCheckedChange={(on) => state.setFilter(filter.id, toggled(values, option.value, on))}
                />
              ))}
            </fieldset>
          );
        })}
      </div>
    </Sheet>
  );
}
