"use client";

import { Check, Plus, Search } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { sectionHref } from "@/components/layout/navigation";
import { type ShellWorkspace, useShell } from "@/components/layout/shell-context";
import { cn } from "@/components/ui/cn";
import { Avatar } from "@/components/ui/display/avatar";
import { Input } from "@/components/ui/forms/input";
import { foldText } from "@/lib/domain/contacts/contact";

const searchableFrom = 6;
const rowStyles = "flex min-h-9 items-center gap-2.5 rounded-md px-2 py-1 text-sm hover:bg-accent";

/** The user's workspaces, with a search once there are many; Enter opens the first that matches. */
export function WorkspaceList({ onChoose }: { onChoose: () => void }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const pathname = usePathname();
  const { workspace, workspaces } = useShell();
  const [search, setSearch] = useState("");
  const wanted = foldText(search);
  const found = workspaces.filter((item) => foldText(item.name).includes(wanted));
  const openFirst = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !found[0]) return;
    onChoose();
    router.push(sectionHref(pathname, workspace.slug, found[0].slug));
  };
  return (
    <>
      {workspaces.length >= searchableFrom ? (
        <div className="p-1 pb-2">
          <Input
            type="search"
            aria-label={t("findWorkspace")}
            placeholder={t("findWorkspace")}
            prefix={<Search aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={openFirst}
          />
        </div>
      ) : null}
      <ul className="max-h-80 overflow-y-auto">
        {found.map((item) => (
          <li key={item.id}>
            <WorkspaceLink
              item={item}
              href={sectionHref(pathname, workspace.slug, item.slug)}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
      <div className="mt-1 border-t pt-1">
        <Link href="/workspaces/new" onClick={onChoose} className={cn(rowStyles, "text-muted-foreground")}>
          <span className="flex size-6 items-center justify-center">
            <Plus aria-hidden className="size-4" />
          </span>
          {t("createWorkspace")}
        </Link>
      </div>
    </>
  );
}

type WorkspaceLinkProps = { item: ShellWorkspace; href: string; onChoose: () => void };

function WorkspaceLink({ item, href, onChoose }: WorkspaceLinkProps) {
  const roleNames = useTranslations("members.roles");
  const isCurrent = item.id === useShell().workspace.id;
  return (
    // Prefetched, a workspace would count as visited.
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? "true" : undefined}
      onClick={onChoose}
      className={rowStyles}
    >
      <Avatar name={item.name} src={item.logoUrl} size="sm" square />
      <span className="min-w-0 flex-1 truncate">{item.name}</span>
      <span className="text-subtle-foreground text-xs">{roleNames(item.role)}</span>
      <Check aria-hidden className={cn("size-4 text-brand", !isCurrent && "invisible")} />
    </Link>
  );
}
