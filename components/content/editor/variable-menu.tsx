"use client";

import { useQuery } from "@tanstack/react-query";
import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { contentVariablesOptions } from "@/components/content/api";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Popover } from "@/components/ui/overlays/popover";
import { foldText } from "@/lib/domain/contacts/contact";
import { variableNames } from "@/lib/domain/content/contact-variables";

export type VariableMenuProps = {
  workspace: string;
  fieldLabel: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** `first_name`, `attributes.plan`. */
  onChoose: (name: string) => void;
  /** A sign such as a second brace was typed: the person goes on by hand. */
  onSign: (sign: string) => void;
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

function VariableList({ workspace, onChoose, onSign }: VariableMenuProps) {
  const t = useTranslations("content");
  const [search, setSearch] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const found = useVariables(workspace, search);

  const handleKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button.contains(document.activeElement));
    if (search === "" && /^[^\p{L}\p{N}_]$/u.test(event.key)) {
      event.preventDefault();
      onSign(event.key);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
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
              <code className="font-mono text-2xs text-muted-foreground">{name}</code>
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

/** The product's and the workspace's own variables that match. */
function useVariables(workspace: string, search: string) {
  const t = useTranslations("content.variables");
  const { data } = useQuery(contentVariablesOptions(workspace));
  const known = variableNames.map((name) => ({ name, label: t(name.replace(".", "_")) }));
  const own = (data?.attributes ?? []).map((name) => ({ name: `attributes.${name}`, label: name }));
  const wanted = foldText(search);
  return [...known, ...own].filter(({ name, label }) => foldText(`${label} ${name}`).includes(wanted));
}
