"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type Ref, type RefObject, useId } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/forms/input";
import { Textarea } from "@/components/ui/forms/textarea";
import type { TextControl } from "./insert-text";
import { optionId, SuggestionList } from "./suggestion-list";
import { type Suggestions, useSuggestions } from "./use-suggestions";

export type TextProps = {
  value: string;
  onChange: (value: string) => void;
  /** One line, several lines, or source code. */
  form?: "line" | "text" | "code";
  rows?: number;
  placeholder?: string;
  disabled?: boolean | undefined;
  inputMode?: "url";
};

export type SuggestingControlProps = TextProps & {
  control: RefObject<TextControl | null>;
  workspace: string;
  onBlur: () => void;
};

/** The field itself, and the list of variables that a brace opens beside its caret. */
export function SuggestingControl(props: SuggestingControlProps) {
  const { control, workspace, form = "line", rows = 4, onChange, onBlur, ...rest } = props;
  const t = useTranslations("content.editor");
  const listId = useId();
  const suggestions = useSuggestions(control, workspace, form === "code" ? "code" : "text");
  const { found, active, place, choose } = suggestions;
  const shared: ComponentProps<"input"> & ComponentProps<"textarea"> = {
    ...rest,
    ...comboboxOf(listId, suggestions),
    ref: control as Ref<HTMLInputElement & HTMLTextAreaElement>,
    spellCheck: form !== "code" && rest.inputMode !== "url",
    onChange: (event: { currentTarget: TextControl }) => {
      onChange(event.currentTarget.value);
      suggestions.handleChange();
    },
    onSelect: suggestions.handleSelect,
    onKeyDown: suggestions.handleKeyDown,
    onBlur: () => {
      suggestions.close();
      onBlur();
    },
  };
  return (
    <div className="relative">
      {form === "line" ? (
        <Input {...shared} />
      ) : (
        <Textarea
          {...shared}
          rows={rows}
          className={cn(
            form === "text" && rows > 4 && "min-h-48",
            form === "code" && "max-h-130 font-mono text-xs max-sm:text-lg",
          )}
        />
      )}
      {place ? (
        <SuggestionList id={listId} found={found} active={active} place={place} onChoose={choose} />
      ) : null}
      <p role="status" className="sr-only">
        {place ? t("suggestions", { count: found.length }) : ""}
      </p>
    </div>
  );
}

/** Only while the list is open: otherwise it is a text like any other, which a screen reader should say. */
function comboboxOf(listId: string, { active, place }: Suggestions) {
  if (!place) return {};
  return {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-expanded": true,
    "aria-controls": listId,
    "aria-activedescendant": active < 0 ? undefined : optionId(listId, active),
  } as const;
}
