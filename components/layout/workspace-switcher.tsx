"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { WorkspaceList } from "@/components/layout/workspace-list";
import { cn } from "@/components/ui/cn";
import { Avatar } from "@/components/ui/display/avatar";
import { Popover } from "@/components/ui/overlays/popover";

export function WorkspaceSwitcher({ collapsed = false }: { collapsed?: boolean }) {
  const t = useTranslations("shell");
  const { workspace } = useShell();
  const [open, setOpen] = useState(false);
  useShortcut("g w", t("switchWorkspace"), () => setOpen(true));

  const trigger = (
    <button
      type="button"
      aria-label={collapsed ? `${workspace.name}, ${t("switchWorkspace")}` : undefined}
      className={cn(
        "flex min-w-0 items-center gap-2 rounded-md p-1.5 text-left transition-colors hover:bg-accent data-popup-open:bg-accent",
        !collapsed && "w-full",
      )}
    >
      <Avatar name={workspace.name} src={workspace.logoUrl} size="sm" square />
      {collapsed ? null : (
        <>
          <span className="min-w-0 flex-1 truncate font-semibold text-sm">{workspace.name}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
        </>
      )}
    </button>
  );
  return (
    <Popover title={t("workspaces")} open={open} onOpenChange={setOpen} trigger={trigger} className="p-1">
      <WorkspaceList onChoose={() => setOpen(false)} />
    </Popover>
  );
}
