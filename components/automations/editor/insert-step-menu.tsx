"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { type Step, stepKinds } from "@/lib/domain/automations/definition";
import { stepIcons } from "../words/icons";

export type InsertStepMenuProps = {
  onPick: (kind: Step["kind"]) => void;
  /** What stands before the place; the end of the list when absent. */
  after?: string;
};

export function InsertStepMenu({ onPick, after }: InsertStepMenuProps) {
  const t = useTranslations("automations.editor");
  return (
    <div className="flex flex-col items-center">
      <span aria-hidden className="h-2 w-px bg-border-strong" />
      <Menu
        align="center"
        trigger={
          after ? (
            <IconButton
              size="sm"
              variant="secondary"
              className="rounded-full"
              icon={<Plus />}
              label={t("insertAfter", { step: after })}
            />
          ) : (
            <Button icon={<Plus />}>{t("add")}</Button>
          )
        }
      >
        {stepKinds.map((kind) => {
          const Icon = stepIcons[kind];
          return (
            <MenuItem key={kind} icon={<Icon />} onClick={() => onPick(kind)}>
              {t(`kinds.${kind}`)}
            </MenuItem>
          );
        })}
      </Menu>
      <span aria-hidden className="h-2 w-px bg-border-strong" />
    </div>
  );
}
