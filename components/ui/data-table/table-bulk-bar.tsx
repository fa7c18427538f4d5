"use client";

import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { isPopupOpen } from "@/components/ui/overlays/is-popup-open";

export type TableSelection = {
  ids: string[];
  /** Every row that matches the filters is meant, not only those listed in `ids`. */
  allMatching: boolean;
  count: number;
  clear: () => void;
};

export type TableBulkBarProps = {
  selection: TableSelection;
  total: number | null;
  onSelectMatching?: () => void;
  children: ReactNode;
};

export function TableBulkBar({ selection, total, onSelectMatching, children }: TableBulkBarProps) {
  const t = useTranslations("ui.table");
  const format = useFormatter();
  const { count, allMatching } = selection;
  const text = allMatching
    ? t("allMatchingSelected", { count: format.number(count) })
    : t("selected", { count });
  const canExtend = onSelectMatching && !allMatching && total !== null && total > count;
  const clear = useEffectEvent(selection.clear);
  const hasSelection = count > 0;

  useEffect(() => {
    if (!hasSelection) return;
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !isPopupOpen()) clear();
    };
    document.addEventListener("keydown", handleKeyDown);
    return () => document.removeEventListener("keydown", handleKeyDown);
  }, [hasSelection]);

  return (
    <div className="pointer-events-none sticky bottom-4 z-30 mt-3 flex justify-center empty:hidden">
      {hasSelection ? (
        <section
          aria-label={t("bulkActions")}
          className="pointer-events-auto flex max-w-full flex-wrap items-center gap-2 rounded-xl bg-popover p-2 pl-3.5 shadow-lg motion-safe:animate-in motion-safe:fade-in motion-safe:slide-in-from-bottom-2"
        >
          <output className="font-medium text-sm tabular-nums">{text}</output>
          {canExtend ? (
            <Button variant="link" onClick={onSelectMatching}>
              {t("selectMatching", { count: format.number(total) })}
            </Button>
          ) : null}
          <span aria-hidden className="mx-1 h-5 w-px bg-border" />
          {children}
          <IconButton icon={<X />} label={t("clearSelection")} shortcut="esc" onClick={selection.clear} />
        </section>
      ) : null}
    </div>
  );
}
