"use client";

import { PanelLeftClose, PanelLeftOpen, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { NavList } from "@/components/layout/nav-list";
import { useShell } from "@/components/layout/shell-context";
import { UserMenu } from "@/components/layout/user-menu";
import { WorkspaceSwitcher } from "@/components/layout/workspace-switcher";
import { IconButton } from "@/components/ui/actions/icon-button";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/display/kbd";
import { savePreference } from "@/lib/browser/save-preference";

export type SidebarProps = { initialCollapsed: boolean; tasks?: ReactNode };

export function Sidebar({ initialCollapsed, tasks }: SidebarProps) {
  const t = useTranslations("shell");
  const [collapsed, setCollapsed] = useState(initialCollapsed);
  const { openPalette } = useShell();
  const toggle = () => {
    setCollapsed(!collapsed);
    void savePreference("sidebar", collapsed ? "expanded" : "collapsed");
  };
  return (
    <div
      className={cn(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-r bg-sidebar transition-[width] duration-150 lg:flex",
        collapsed ? "w-14 items-center" : "w-58",
      )}
    >
      <div className={cn("flex w-full items-center gap-1 p-2.5", collapsed && "flex-col")}>
        <WorkspaceSwitcher collapsed={collapsed} />
        <IconButton
          size="sm"
          icon={collapsed ? <PanelLeftOpen /> : <PanelLeftClose />}
          label={t(collapsed ? "expandSidebar" : "collapseSidebar")}
          onClick={toggle}
        />
      </div>
      <div className="w-full px-2.5 pb-3">
        {collapsed ? (
          <IconButton
            icon={<Search />}
            label={t("palette")}
            shortcut="mod+k"
            onClick={openPalette}
            className="mx-auto flex"
          />
        ) : (
          <button
            type="button"
            onClick={openPalette}
            className="flex h-8 w-full items-center gap-2 rounded-md border bg-card px-2 text-left text-muted-foreground text-sm shadow-xs transition-colors hover:border-border-strong"
          >
            <Search aria-hidden className="size-4" />
            <span className="flex-1 truncate">{t("searchOrJump")}</span>
            <Kbd keys="mod+k" />
          </button>
        )}
      </div>
      <div className="min-h-0 w-full flex-1 overflow-y-auto px-2.5 pb-4">
        <NavList collapsed={collapsed} />
      </div>
      <div className={cn("flex w-full items-center gap-1 border-t p-2.5", collapsed && "flex-col-reverse")}>
        <UserMenu collapsed={collapsed} />
        {tasks}
      </div>
    </div>
  );
}
