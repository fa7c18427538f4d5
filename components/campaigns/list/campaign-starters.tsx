"use client";

import { Code, LayoutTemplate, Megaphone, PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ApiExampleDialog } from "./api-example-dialog";

/** Three ways to a first campaign. */
export function CampaignStarters() {
  const t = useTranslations("campaigns.starters");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("campaigns.write");
  return (
    <EmptyState
      icon={<Megaphone aria-hidden />}
      title={t("title")}
      description={t(mayWrite ? "description" : "viewer")}
      actions={
        mayWrite ? (
          <>
            <ButtonLink href={hrefOf(slug, "campaigns/new")} variant="primary" icon={<PenLine />}>
              {t("blank")}
            </ButtonLink>
            <ButtonLink href={hrefOf(slug, "campaigns/new?from=template")} icon={<LayoutTemplate />}>
              {t("template")}
            </ButtonLink>
            <ApiExampleDialog trigger={<Button icon={<Code />}>{t("api")}</Button>} />
          </>
        ) : null
      }
    />
  );
}
