"use client";

import { Check, ChevronsUpDown, Plus, Search } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { sectionHref } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { cn } from "@/components/ui/cn";
import { Avatar } from "@/components/ui/display/avatar";
import { Input } from "@/components/ui/forms/input";
import { Popover } from "@/components/ui/overlays/popover";

const searchableFrom = 6;
const rowStyles = "flex min-h-9 items-center gap-2.5 rounded-md px-2 py-1 text-sm hover:bg-accent";

export function WorkspaceSwitcher({ collapsed = false }: { collapsed?: boolean }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  const pathname = usePathname();
  const { workspace, workspaces } = useShell();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  useShortcut("g w", t("switchWorkspace"), () => setOpen(true));

  const wanted = search.toLocaleLowerCase(locale);
  const found = workspaces.filter((item) => item.name.toLocaleLowerCase(locale).includes(wanted));
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
      {workspaces.length >= searchableFrom ? (
        <div className="p-1 pb-2">
          <Input
            type="search"
            aria-label={t("findWorkspace")}
            placeholder={t("findWorkspace")}
            prefix={<Search aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && found[0])
                router.push(sectionHref(pathname, workspace.slug, found[0].slug));
            }}
          />
        </div>
      ) : null}
      <ul className="max-h-80 overflow-y-auto">
        {found.map((item) => (
          <li key={item.id}>
            <Link
              href={sectionHref(pathname, workspace.slug, item.slug)}
              aria-current={item.id === workspace.id ? "true" : undefined}
              onClick={() => setOpen(false)}
              className={rowStyles}
            >
              <Avatar name={item.name} src={item.logoUrl} size="sm" square />
              <span className="min-w-0 flex-1 truncate">{item.name}</span>
              <span className="text-subtle-foreground text-xs">{item.role}</span>
              <Check
                aria-hidden
                className={cn("size-4 text-brand", item.id !== workspace.id && "invisible")}
              />
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-1 border-t pt-1">
        <Link
          href="/workspaces/new"
          onClick={() => setOpen(false)}
          className={cn(rowStyles, "text-muted-foreground")}
        >
          <span className="flex size-6 items-center justify-center">
            <Plus aria-hidden className="size-4" />
          </span>
          {t("createWorkspace")}
        </Link>
      </div>
    </Popover>
  );
}
