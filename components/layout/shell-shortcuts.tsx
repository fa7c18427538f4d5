"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { creationsOf, findActiveItem, hrefOf, navigationOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";

/** The keys that work on every screen. */
export function ShellShortcuts() {
  const t = useTranslations("shell");
  const router = useRouter();
  const pathname = usePathname();
  const { workspace, openPalette, openShortcuts } = useShell();

  useShortcut("mod+k", t("palette"), openPalette);
  useShortcut("?", t("shortcuts"), openShortcuts);
  useShortcut("/", t("shortcutLabels.search"), () =>
    document.querySelector<HTMLElement>("[data-search-input]")?.focus(),
  );
  useShortcut("c", t("shortcutLabels.create"), () => {
    const section = findActiveItem(pathname, workspace.slug)?.path;
    const creations = creationsOf(workspace.role);
    const creation = creations.find((item) => item.section === section) ?? creations[0];
    if (creation) router.push(hrefOf(workspace.slug, creation.path));
  });

  return navigationOf(workspace.role)
    .flatMap((group) => group.items)
    .map((item) =>
      item.key ? <GoShortcut key={item.id} id={item.id} letter={item.key} path={item.path} /> : null,
    );
}

function GoShortcut({ id, letter, path }: { id: string; letter: string; path: string }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const { workspace } = useShell();
  useShortcut(`g ${letter}`, t("goTo", { name: t(`navigation.${id}`) }), () =>
    router.push(hrefOf(workspace.slug, path)),
  );
  return null;
}
