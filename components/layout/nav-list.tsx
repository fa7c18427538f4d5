"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { findActiveItem, hrefOf, navigationOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/overlays/tooltip";

export function NavList({ collapsed = false, onNavigate }: { collapsed?: boolean; onNavigate?: () => void }) {
  const t = useTranslations("shell");
  const { workspace } = useShell();
  const active = findActiveItem(usePathname(), workspace.slug);
  return (
    <nav aria-label={t("mainNavigation")} className="flex flex-col gap-5">
      {navigationOf(workspace.role).map((group) => (
        <div key={group.id}>
          {group.id === "main" || collapsed ? null : (
            <h2 className="mb-1 px-2 font-medium text-subtle-foreground text-xs">
              {t(`groups.${group.id}`)}
            </h2>
          )}
          <ul className="flex flex-col gap-px">
            {group.items.map((item) => {
              const isActive = item === active;
              const link = (
                <Link
                  href={hrefOf(workspace.slug, item.path)}
                  aria-current={isActive ? "page" : undefined}
                  aria-label={collapsed ? t(`navigation.${item.id}`) : undefined}
                  onClick={onNavigate}
                  className={cn(
                    "flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-sm transition-colors max-lg:h-10",
                    isActive
                      ? "bg-selected text-foreground"
                      : "text-muted-foreground hover:bg-accent hover:text-foreground",
                    collapsed && "w-8 justify-center px-0",
                  )}
                >
                  <item.icon aria-hidden className={cn("size-4 shrink-0", isActive && "text-brand")} />
                  {collapsed ? null : <span className="truncate">{t(`navigation.${item.id}`)}</span>}
                </Link>
              );
              return (
                <li key={item.id}>
                  {collapsed ? (
                    <Tooltip
                      content={t(`navigation.${item.id}`)}
                      shortcut={item.key ? `g ${item.key}` : undefined}
                      side="right"
                    >
                      {link}
                    </Tooltip>
                  ) : (
                    link
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
