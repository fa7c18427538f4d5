"use client";

import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Popover } from "@/components/ui/overlays/popover";

export type DefinedFigure = "redemptions" | "redemptionRate" | "cash" | "granted" | "attributed" | "roi";

/** What a figure counts, one press away from it. */
export function Definition({ of }: { of: DefinedFigure }) {
  const t = useTranslations("coupon-performance");
  const name = t(`figures.${of}`);
  return (
    <Popover
      title={name}
      withTitle
      align="end"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          className="size-6 px-0 text-muted-foreground"
          icon={<Info />}
          aria-label={t("definitionOf", { figure: name })}
        />
      }
    >
      <p className="text-muted-foreground text-sm">{t(`definitions.${of}`)}</p>
    </Popover>
  );
}
