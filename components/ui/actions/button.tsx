"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import type { ReactNode } from "react";
import { type ButtonVariants, buttonVariants } from "@/components/ui/actions/button-variants";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/feedback/spinner";

export type ButtonProps = Omit<BaseButton.Props, "className"> &
  ButtonVariants & {
    className?: string;
    icon?: ReactNode;
    /** Shows a spinner beside the label and ignores presses; the button keeps its focus. */
    loading?: boolean;
  };

export function Button({
  variant,
  size,
  icon,
  loading = false,
  disabled,
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <BaseButton
      type="button"
      disabled={disabled || loading}
      focusableWhenDisabled={loading}
      aria-busy={loading || undefined}
      className={cn(buttonVariants({ variant, size }), className)}
      {...props}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </BaseButton>
  );
}
