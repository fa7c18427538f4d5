"use client";

import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { useSteady } from "@/lib/browser/use-steady";

export type FieldProps = {
  label: ReactNode;
  children: ReactNode;
  help?: ReactNode;
  /** Shown under the control and announced; also marks the control invalid. */
  error?: string;
  optional?: boolean;
  disabled?: boolean;
  /** Sits at the right end of the label's line, such as a counter or a link. */
  aside?: ReactNode;
  /** Keeps the label for assistive technology only. */
  labelHidden?: boolean;
  className?: string;
};

/** Wires label, help and error to the one control inside it; what is below the control changes between presses. */
export function Field(props: FieldProps) {
  const { label, children, optional, disabled, aside, labelHidden, className } = props;
  const t = useTranslations("ui");
  const { help, error } = useSteady({ help: props.help, error: props.error });
  return (
    <BaseField.Root
      invalid={Boolean(error)}
      disabled={disabled}
      className={cn("flex min-w-0 flex-col gap-1.5", className)}
    >
      <div className={cn("flex items-baseline justify-between gap-3", labelHidden && !aside && "sr-only")}>
        <BaseField.Label className={cn("font-medium text-sm", labelHidden && "sr-only")}>
          {label}
          {/* The space is heard. */}
          {optional ? " " : null}
          {optional ? (
            <span className="ml-0.5 font-normal text-subtle-foreground">{t("optional")}</span>
          ) : null}
        </BaseField.Label>
        {aside ? <span className="text-subtle-foreground text-xs">{aside}</span> : null}
      </div>
      {children}
      {help ? (
        <BaseField.Description className="text-muted-foreground text-xs">{help}</BaseField.Description>
      ) : null}
      <BaseField.Error match={Boolean(error)} className="flex items-start gap-1.5 text-danger text-xs">
        <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        {error}
      </BaseField.Error>
    </BaseField.Root>
  );
}
