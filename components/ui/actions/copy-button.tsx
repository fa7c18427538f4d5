"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { useCopy } from "@/lib/browser/use-copy";

export type CopyButtonProps = {
  value: string;
  /** What is copied, for the accessible name: "Copy campaign id". */
  label?: string;
  /** Shows the label as text instead of the icon alone. */
  withText?: boolean;
  size?: "sm" | "md";
  className?: string;
};

export function CopyButton({ value, label, withText = false, size = "sm", className }: CopyButtonProps) {
  const t = useTranslations("ui");
  const { copied, copy } = useCopy();
  const icon = copied ? <Check className="text-success" /> : <Copy />;
  const name = copied ? t("copied") : (label ?? t("copy"));
  return (
    <>
      {withText ? (
        <Button size={size} icon={icon} className={className} onClick={() => copy(value)}>
          {name}
        </Button>
      ) : (
        <IconButton size={size} icon={icon} label={name} className={className} onClick={() => copy(value)} />
      )}
      <output className="sr-only">{copied ? t("copied") : ""}</output>
    </>
  );
}
