"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/actions/button";
import { Menu } from "@/components/ui/overlays/menu";

/** Not there for a row that nothing can be done with. */
export function TableRowMenu({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations("ui.table");
  if (!children) return null;
  const trigger = (
    <Button
      variant="ghost"
      size="sm"
      aria-label={t("rowMenu", { name })}
      className="w-7 px-0"
      icon={<Ellipsis />}
    />
  );
  return <Menu trigger={trigger}>{children}</Menu>;
}
