"use client";

import { Rows2, Rows3, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import type { ViewSettings } from "@/components/ui/data-table/use-view-settings";
import { Menu } from "@/components/ui/overlays/menu";
import {
  MenuCheckboxItem,
  MenuGroup,
  MenuRadioGroup,
  MenuSeparator,
} from "@/components/ui/overlays/menu-group";

export type TableViewMenuProps<Row> = { columns: readonly TableColumn<Row>[]; view: ViewSettings };

export function TableViewMenu<Row>({ columns, view }: TableViewMenuProps<Row>) {
  const t = useTranslations("ui.table");
  const trigger = (
    <Button icon={<SlidersHorizontal />} aria-label={t("view")} className="max-sm:h-10">
      <span className="max-sm:hidden">{t("view")}</span>
    </Button>
  );
  return (
    <Menu trigger={trigger}>
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
