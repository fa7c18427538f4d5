"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/actions/button";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/overlays/tooltip";

const sizes = { sm: "size-7", md: "size-8", lg: "size-10" };

export type IconButtonProps = Omit<ButtonProps, "children" | "icon" | "aria-label"> & {
  icon: ReactNode;
  /** The accessible name, also shown as the tooltip. */
  label: string;
  shortcut?: string;
};

export function IconButton({
  icon,
  label,
  shortcut,
  size = "md",
  variant = "ghost",
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <Button
        aria-label={label}
        size={size}
        variant={variant}
        icon={icon}
        className={cn("px-0", sizes[size ?? "md"], className)}
        {...props}
      />
    </Tooltip>
  );
}
