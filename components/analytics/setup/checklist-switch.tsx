"use client";

import { ListChecks, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { saveChecklist } from "./save-checklist";

/** Puts the checklist away on this browser, or brings it back. */
export function ChecklistSwitch({ slug, to }: { slug: string; to: "hidden" | "shown" }) {
  const t = useTranslations("home.setup");
  const [isSaving, startTransition] = useTransition();
  const save = () => startTransition(() => saveChecklist(slug, to));
  if (to === "hidden") return <IconButton size="sm" icon={<X />} label={t("hide")} onClick={save} />;
  return (
    <Button size="sm" variant="ghost" icon={<ListChecks />} loading={isSaving} onClick={save}>
      {t("show")}
    </Button>
  );
}
