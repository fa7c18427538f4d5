"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "@/components/ui/display/kbd";

export type TooltipProps = {
  content: ReactNode;
  /** The trigger; it must accept a ref and be focusable. */
  children: ReactElement;
  shortcut?: string;
  side?: "top" | "right" | "bottom" | "left";
};

export function Tooltip({ content, children, shortcut, side = "top" }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="z-60">
          <BaseTooltip.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-primary px-2 py-1 text-primary-foreground text-xs shadow-md transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {content}
            {shortcut ? <Kbd keys={shortcut} inverted /> : null}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
