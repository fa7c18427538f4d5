"use client";

import { FilePlus2, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuGroup, MenuSeparator } from "@/components/ui/overlays/menu-group";
import { recipeNames } from "@/lib/domain/automations/recipes/recipe-name";
import { useAutomationActs } from "../use-automation-acts";
import { recipeIcons } from "../words/icons";

/** Empty, or of a recipe; the address opens it for whoever comes to make one. */
export function NewAutomationMenu() {
  const t = useTranslations("automations");
  const { slug } = useShell().workspace;
  const [isOpen, setOpen] = useQueryState("new", parseAsBoolean.withDefault(false));
  const { create } = useAutomationActs(slug);
  return (
    <Menu
      open={isOpen}
      onOpenChange={(open) => void setOpen(open || null)}
      trigger={
        <Button variant="primary" icon={<Plus />} loading={create.isPending}>
          {t("new")}
        </Button>
      }
    >
      <MenuItem icon={<FilePlus2 />} onClick={() => create.mutate({ name: t("untitled") })}>
        {t("blank")}
      </MenuItem>
      <MenuSeparator />
      <MenuGroup label={t("fromRecipe")}>
        {recipeNames.map((recipe) => {
          const Icon = recipeIcons[recipe];
          return (
            <MenuItem key={recipe} icon={<Icon />} onClick={() => create.mutate({ recipe })}>
              {t(`recipes.${recipe}.name`)}
            </MenuItem>
          );
        })}
      </MenuGroup>
    </Menu>
  );
}
