"use client";

import { useTranslations } from "next-intl";
import { Switch } from "@/components/ui/forms/switch";
import { ActionsField } from "./actions-field";
import type { FieldGroupProps } from "./content-fields";
import { DataField } from "./data-field";

/** Buttons and what only the app or the browser reads. */
export function ExtraFields({ content, change, problemsOf, has, disabled }: FieldGroupProps) {
  const t = useTranslations("content");
  return (
    <>
      {has("actions") ? (
        <ActionsField
          value={content.actions}
          onChange={(actions) => change({ actions })}
          problems={problemsOf("actions")}
          disabled={disabled}
        />
      ) : null}
      {has("requireInteraction") ? (
        <Switch
          label={t("fields.requireInteraction")}
          description={t("editor.requireInteractionHelp")}
          checked={content.requireInteraction}
          disabled={disabled}
          onCheckedChange={(requireInteraction) => change({ requireInteraction })}
        />
      ) : null}
      {has("data") ? (
        <DataField
          value={content.data}
          onChange={(data) => change({ data })}
          problems={problemsOf("data")}
          disabled={disabled}
        />
      ) : null}
    </>
  );
}
