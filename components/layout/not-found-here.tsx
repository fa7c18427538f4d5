"use client";

import { Compass } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { findActiveItem, hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";

const offeredMax = 3;

/** A page that this workspace does not have; the person's other workspaces may. */
export function NotFoundHere() {
  const t = useTranslations("shell");
  const words = useTranslations("ui.notFound");
  const { workspace, workspaces } = useShell();
  const pathname = usePathname();
  const path = pathname.slice(hrefOf(workspace.slug).length + 1);
  const section = findActiveItem(pathname, workspace.slug);
  const others = workspaces.filter(({ id }) => id !== workspace.id).slice(0, offeredMax);
  return (
    <EmptyState
      className="min-h-[60dvh] justify-center"
      icon={<Compass aria-hidden />}
      title={<h1>{t("notFoundIn", { name: workspace.name })}</h1>}
      description={words("description")}
      actions={
        <>
          <ButtonLink href={hrefOf(workspace.slug, section?.path ?? "")} variant="primary">
            {t("goTo", { name: t(`navigation.${section?.id ?? "home"}`) })}
          </ButtonLink>
          {others.map((other) => (
            <ButtonLink key={other.id} href={hrefOf(other.slug, path)}>
              {t("lookIn", { name: other.name })}
            </ButtonLink>
          ))}
        </>
      }
    />
  );
}
