import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

export type Crumb = { label: string; href?: string };

export function Breadcrumb({ crumbs, className }: { crumbs: readonly Crumb[]; className?: string }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumb")} className={className}>
      <ol className="flex min-w-0 flex-wrap items-center gap-1 text-muted-foreground text-sm">
        {crumbs.map((crumb, position) => (
          <li key={crumb.href ?? crumb.label} className="flex min-w-0 items-center gap-1">
            {position > 0 ? (
              <ChevronRight aria-hidden className="size-3.5 shrink-0 text-subtle-foreground" />
            ) : null}
            {crumb.href ? (
              <Link href={crumb.href} className="min-h-6 truncate rounded-sm leading-6 hover:text-foreground">
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className={cn("truncate leading-6", "text-foreground")}>
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
