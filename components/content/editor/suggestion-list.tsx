"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { cn } from "@/components/ui/cn";
import { optionStyles, popupStyles } from "@/components/ui/forms/control-styles";
import type { CaretPlace } from "./caret-place";
import type { OfferedVariable } from "./use-variables";

export type SuggestionListProps = {
  id: string;
  found: readonly OfferedVariable[];
  active: number;
  place: CaretPlace;
  onChoose: (name: string) => void;
};

export const optionId = (listId: string, position: number): string => `${listId}-${position}`;

/** Beside the caret; a press on a row leaves the focus in the field. */
export function SuggestionList({ id, found, active, place, onChoose }: SuggestionListProps) {
  const t = useTranslations("content.editor");
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("variables")}
      style={place}
      onMouseDown={(event) => event.preventDefault()}
      className={cn(popupStyles, "absolute z-40 max-h-64 w-full max-w-80 overflow-y-auto p-1")}
    >
      {found.map(({ name, label }, position) => (
        <button
          key={name}
          type="button"
          id={optionId(id, position)}
          role="option"
          tabIndex={-1}
          aria-selected={position === active}
          data-highlighted={position === active ? "" : undefined}
          onClick={() => onChoose(name)}
          className={cn(optionStyles, "w-full items-baseline text-left hover:bg-accent")}
        >
          <span className="min-w-0 flex-1 truncate">{label}</span>
          <code className="max-w-1/2 truncate font-mono text-2xs text-muted-foreground">{name}</code>
        </button>
      ))}
    </div>
  );
}
