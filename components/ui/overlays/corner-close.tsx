"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

/** Written after the content, so that opening focuses what the person came for; without a tooltip, which would take the first Esc. */
export function CornerClose(props: ComponentProps<"button">) {
  const t = useTranslations("ui");
  return (
    <button
      type="button"
      {...props}
      aria-label={t("close")}
      className="absolute top-3.5 right-3.5 flex size-7 items-center justify-center rounded-md text-muted-foreground transition-colors hover:bg-accent hover:text-foreground"
    >
      <X aria-hidden className="size-4" />
    </button>
  );
}
