"use client";

import { type KeyboardEvent, type MouseEvent, useRef } from "react";

const interactive = "a, button, input, textarea, select, label, [role='menuitem'], [role='checkbox']";

/** Arrow keys, J and K between rows, Home, End, X selects; a click anywhere opens the row. */
export function useRowKeys(onToggle: (rowId: string) => void) {
  const containerRef = useRef<HTMLDivElement>(null);

  const anchors = () => [...(containerRef.current?.querySelectorAll<HTMLElement>("[data-row-anchor]") ?? [])];

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>("[data-row-id]");
    if (!row || target.matches("input, textarea, select")) return;
    if (event.key === "x" && row.dataset.rowId) return onToggle(row.dataset.rowId);
    const list = anchors();
    const current = list.findIndex((anchor) => row.contains(anchor));
    const next = {
      ArrowDown: current + 1,
      j: current + 1,
      ArrowUp: current - 1,
      k: current - 1,
      Home: 0,
      End: list.length - 1,
    }[event.key];
    if (next === undefined || !list[next]) return;
    event.preventDefault();
    list[next].focus();
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (target.closest(interactive) || window.getSelection()?.toString()) return;
    const anchor = target.closest("[data-row-id]")?.querySelector<HTMLElement>("[data-row-anchor]");
    if (!anchor) return;
    const { metaKey, ctrlKey, shiftKey } = event;
    anchor.dispatchEvent(
      new window.MouseEvent("click", { bubbles: true, cancelable: true, metaKey, ctrlKey, shiftKey }),
    );
  };

  return { ref: containerRef, onKeyDown, onClick };
}
