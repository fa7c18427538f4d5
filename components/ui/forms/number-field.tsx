"use client";

import { NumberField as BaseNumberField } from "@base-ui/react/number-field";
import { Minus, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/forms/control-styles";

export type NumberFieldProps = Omit<BaseNumberField.Root.Props, "className" | "locale"> & {
  className?: string;
  placeholder?: string;
  "aria-label"?: string;
};

const stepper =
  "flex w-8 items-center justify-center text-muted-foreground transition-colors hover:bg-accent hover:text-foreground data-disabled:opacity-50";

export function NumberField({ className, placeholder, "aria-label": ariaLabel, ...props }: NumberFieldProps) {
  const locale = useLocale();
  const t = useTranslations("ui");
  return (
    <BaseNumberField.Root locale={locale} {...props}>
      <BaseNumberField.Group
        className={cn(
          controlStyles,
          "flex h-8 items-stretch overflow-hidden p-0 max-sm:h-10 focus-within:border-ring focus-within:outline-2 focus-within:outline-ring focus-within:-outline-offset-1",
          className,
        )}
      >
        <BaseNumberField.Input
          placeholder={placeholder}
          aria-label={ariaLabel}
          className="w-full min-w-0 flex-1 bg-transparent px-2.5 tabular-nums outline-none focus-visible:outline-none"
        />
        <BaseNumberField.Decrement aria-label={t("decrease")} className={cn(stepper, "border-l")}>
          <Minus aria-hidden className="size-3.5" />
        </BaseNumberField.Decrement>
        <BaseNumberField.Increment aria-label={t("increase")} className={cn(stepper, "border-l")}>
          <Plus aria-hidden className="size-3.5" />
        </BaseNumberField.Increment>
      </BaseNumberField.Group>
    </BaseNumberField.Root>
  );
}
