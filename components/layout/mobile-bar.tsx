"use client";

import { Menu as MenuIcon, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { NavList } from "@/components/layout/nav-list";
import { useShell } from "@/components/layout/shell-context";
import { UserMenu } from "@/components/layout/user-menu";
import { WorkspaceSwitcher } from "@/components/layout/workspace-switcher";
import { Button } from "@/components/ui/actions/button";
import { Sheet } from "@/components/ui/overlays/sheet";

/** The head of the page on phones and tablets; the sidebar opens from it. */
export function MobileBar({ tasks }: { tasks?: ReactNode }) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  const { workspace, openPalette } = useShell();
  return (
    <header className="sticky top-0 z-40 flex h-13 items-center gap-1 border-b bg-sidebar px-2 lg:hidden">
      <Sheet
        side="left"
        bare
        title={t("mainNavigation")}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button
            variant="ghost"
            size="lg"
            icon={<MenuIcon className="size-5" />}
            aria-label={t("openNavigation")}
            className="w-10 px-0"
          />
        }
        className="bg-sidebar"
      >
        <div className="flex min-h-full flex-col gap-3 p-3">
          <WorkspaceSwitcher />
          <div className="flex-1">
            <NavList onNavigate={() => setOpen(false)} />
          </div>
          <div className="flex border-t pt-3">
            <UserMenu />
          </div>
        </div>
      </Sheet>
      <span className="min-w-0 flex-1 truncate font-semibold text-base">{workspace.name}</span>
      <Button
        variant="ghost"
        size="lg"
        icon={<Search className="size-5" />}
        aria-label={t("palette")}
        className="w-10 px-0"
        onClick={openPalette}
      />
      {tasks}
    </header>
  );
}
