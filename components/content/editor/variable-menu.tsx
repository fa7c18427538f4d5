"use client";

import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Popover } from "@/components/ui/overlays/popover";
import { useVariables } from "./use-variables";

export type VariableMenuProps = {
  workspace: string;
  fieldLabel: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** `first_name`, `attributes.plan`. */
  onChoose: (name: string) => void;
};

export function VariableMenu(props: VariableMenuProps) {
  const t = useTranslations("content.editor");
  const trigger = (
    <IconButton
      icon={<Braces />}
      size="sm"
      label={t("insertVariable", { field: props.fieldLabel })}
      className="-my-1.5 size-6"
    />
  );
  return (
    <Popover
      trigger={trigger}
      title={t("insertVariable", { field: props.fieldLabel })}
      align="end"
      open={props.open}
      onOpenChange={props.onOpenChange}
      className="p-2"
    >
      <VariableList {...props} />
    </Popover>
  );
}

function VariableList({ workspace, onChoose }: VariableMenuProps) {
  const t = useTranslations("content");
  const [search, setSearch] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const found = useVariables(workspace, search);

  const handleKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button.contains(document.activeElement));
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      buttons
        .at(event.key === "ArrowDown" ? Math.min(at + 1, buttons.length - 1) : Math.max(at - 1, 0))
        ?.focus();
    } else if (event.key === "Enter" && at < 0) {
      event.preventDefault();
      if (found[0]) onChoose(found[0].name);
    }
  };
  return (
    <search onKeyDown={handleKeyDown}>
      <Field label={t("editor.searchVariables")} labelHidden>
        <Input
          placeholder={t("editor.searchVariables")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Field>
      <ul ref={list} className="mt-2 max-h-64 overflow-y-auto">
        {found.map(({ name, label }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => onChoose(name)}
              className="-outline-offset-2! flex min-h-8 w-full items-baseline gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-accent focus-visible:bg-accent"
            >
              <span className="min-w-0 flex-1 truncate">{label}</span>
              <code className="max-w-1/2 truncate font-mono text-2xs text-muted-foreground">{name}</code>
            </button>
          </li>
        ))}
        {found.length === 0 ? (
          <li className="px-2 py-1.5 text-muted-foreground text-sm">{t("editor.noVariable")}</li>
        ) : null}
      </ul>
    </search>
  );
}
