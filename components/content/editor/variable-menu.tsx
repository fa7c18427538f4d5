"use client";

import { useQuery } from "@tanstack/react-query";
import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { contentVariablesOptions } from "@/components/content/api";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuGroup } from "@/components/ui/overlays/menu-group";
import { variableNames } from "@/lib/domain/content/contact-variables";

export type VariableMenuProps = {
  workspace: string;
  fieldLabel: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** `first_name`, `attributes.plan`. */
  onChoose: (name: string) => void;
  /** A second brace was typed: the person writes Liquid by hand. */
  onBrace: () => void;
};

export function VariableMenu(props: VariableMenuProps) {
  const { workspace, fieldLabel, open, onOpenChange, onChoose, onBrace } = props;
  const t = useTranslations("content");
  const { data } = useQuery({ ...contentVariablesOptions(workspace), enabled: open });
  useBraceWhile(open, onBrace);
  const trigger = (
    <IconButton
      icon={<Braces />}
      size="sm"
      label={t("editor.insertVariable", { field: fieldLabel })}
      className="-my-1.5 size-6"
    />
  );
  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange} className="max-h-80 overflow-y-auto">
      <MenuGroup label={t("editor.contactFields")}>
        {variableNames.map((name) => (
          <MenuItem key={name} onClick={() => onChoose(name)}>
            {t(`variables.${name.replace(".", "_")}`)}
            <code className="ml-2 font-mono text-2xs text-muted-foreground">{name}</code>
          </MenuItem>
        ))}
      </MenuGroup>
      {data && data.attributes.length > 0 ? (
        <MenuGroup label={t("editor.attributes")}>
          {data.attributes.map((name) => (
            <MenuItem key={name} onClick={() => onChoose(`attributes.${name}`)}>
              <code className="font-mono text-xs">{name}</code>
            </MenuItem>
          ))}
        </MenuGroup>
      ) : null}
    </Menu>
  );
}

function useBraceWhile(open: boolean, onBrace: () => void) {
  const handle = useEffectEvent(onBrace);
  useEffect(() => {
    if (!open) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "{") return;
      event.preventDefault();
      event.stopPropagation();
      handle();
    };
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [open]);
}
