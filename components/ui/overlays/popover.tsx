"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { popupStyles } from "@/components/ui/forms/control-styles";

export type PopoverProps = {
  trigger: ReactElement;
  children: ReactNode;
  /** The accessible name; drawn as a heading when `withTitle`. */
  title: string;
  withTitle?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
  className?: string;
};

export function Popover(props: PopoverProps) {
  const {
    trigger,
    children,
    title,
    withTitle,
    open,
    onOpenChange,
    side = "bottom",
    align = "start",
    className,
  } = props;
  return (
    <BasePopover.Root open={open} onOpenChange={onOpenChange}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <BasePopover.Popup className={cn(popupStyles, "w-72 max-w-(--available-width) p-3", className)}>
            <BasePopover.Title className={withTitle ? "mb-2 font-semibold text-sm" : "sr-only"}>
              {title}
            </BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
