"use client";

import { ArrowDown, ArrowUp, Rows2, Rows3, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import type { TableState } from "@/components/ui/data-table/use-table-state";
import type { ViewSettings } from "@/components/ui/data-table/use-view-settings";
import { Menu } from "@/components/ui/overlays/menu";
import {
  MenuCheckboxItem,
  MenuGroup,
  MenuRadioGroup,
  MenuSeparator,
} from "@/components/ui/overlays/menu-group";

export type TableViewMenuProps<Row> = {
  columns: readonly TableColumn<Row>[];
  view: ViewSettings;
  state: Pick<TableState, "sort" | "setSort">;
};

export function TableViewMenu<Row>({ columns, view, state }: TableViewMenuProps<Row>) {
  const t = useTranslations("ui.table");
  const trigger = (
    <Button icon={<SlidersHorizontal />} aria-label={t("view")} className="max-sm:h-10">
      <span className="max-sm:hidden">{t("view")}</span>
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <TableSort columns={columns} state={state} />
      <MenuRadioGroup
        label={t("density")}
        value={view.density}
        onValueChange={view.setDensity}
        options={[
          { value: "comfortable", label: t("comfortable"), icon: <Rows2 aria-hidden /> },
          { value: "compact", label: t("compact"), icon: <Rows3 aria-hidden /> },
        ]}
      />
      <MenuSeparator />
      <MenuGroup label={t("columns")}>
        {columns.map((column) => (
          <MenuCheckboxItem
            key={column.id}
            checked={view.visibility[column.id] ?? true}
            disabled={column.primary}
            onCheckedChange={(visible) => view.setVisible(column.id, visible)}
          >
            {column.header}
          </MenuCheckboxItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}

/** The order, also where no header shows it: on a phone's cards. */
function TableSort<Row>({ columns, state }: Pick<TableViewMenuProps<Row>, "columns" | "state">) {
  const t = useTranslations("ui.table");
  const sortable = columns.filter((column) => column.sortable);
  if (!state.sort || sortable.length === 0) return null;
  return (
    <>
      <MenuRadioGroup
        label={t("sort")}
        value={state.sort}
        onValueChange={state.setSort}
        options={sortable.flatMap(({ id, header }) => [
          { value: id, label: `${header}, ${t("ascending")}`, icon: <ArrowUp aria-hidden /> },
          { value: `-${id}`, label: `${header}, ${t("descending")}`, icon: <ArrowDown aria-hidden /> },
        ])}
      />
      <MenuSeparator />
    </>
  );
}
