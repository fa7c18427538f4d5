"use client";

import { ListChecks, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/actions/button";
import { saveChecklist } from "./save-checklist";

/** Puts the checklist away on this browser, or brings it back. */
export function ChecklistSwitch({ slug, to }: { slug: string; to: "hidden" | "shown" }) {
  const t = useTranslations("home.setup");
  const [isSaving, startTransition] = useTransition();
  return (
    <Button
      size="sm"
      variant="ghost"
      icon={to === "hidden" ? <X /> : <ListChecks />}
      loading={isSaving}
      onClick={() => startTransition(() => saveChecklist(slug, to))}
    >
      {t(to === "hidden" ? "hide" : "show")}
    </Button>
  );
}
