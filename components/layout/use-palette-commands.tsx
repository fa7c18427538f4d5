"use client";

import { Building2, Hash, Keyboard, Languages, Laptop, LogOut, Moon, Plus, Sun } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { creations, findPathOfId, hrefOf, navigation, sectionHref } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { useLocaleSwitch } from "@/components/layout/use-locale-switch";
import { useTheme } from "@/lib/browser/use-theme";

export type Command = { id: string; label: string; icon: ReactNode; keys?: string; run: () => void };

export type CommandGroup = { value: string; items: Command[] };

/** What the palette offers for the text typed so far; a pasted id comes first. */
export function usePaletteCommands(text: string): CommandGroup[] {
  const t = useTranslations("shell");
  const router = useRouter();
  const pathname = usePathname();
  const { workspace, workspaces, openShortcuts, signOut } = useShell();
  const [, setTheme] = useTheme();
  const { locale, setLocale } = useLocaleSwitch();
  const go = (path: string) => () => router.push(hrefOf(workspace.slug, path));
  const idPath = findPathOfId(text);

  const goTo = navigation.flatMap((group) =>
    group.items.map((item) => ({
      id: `go-${item.id}`,
      label: t(`navigation.${item.id}`),
      icon: <item.icon aria-hidden />,
      keys: item.key ? `g ${item.key}` : undefined,
      run: go(item.path),
    })),
  );
  const create = creations.map((item) => ({
    id: `create-${item.id}`,
    label: t(`creations.${item.id}`),
    icon: <Plus aria-hidden />,
    run: go(item.path),
  }));
  const others = workspaces
    .filter((item) => item.id !== workspace.id)
    .map((item) => ({
      id: `workspace-${item.id}`,
      label: t("switchTo", { name: item.name }),
      icon: <Building2 aria-hidden />,
      run: () => router.push(sectionHref(pathname, workspace.slug, item.slug)),
    }));
  const preferences = [
    {
      id: "theme-light",
      label: t("themeCommands.light"),
      icon: <Sun aria-hidden />,
      run: () => setTheme("light"),
    },
    {
      id: "theme-dark",
      label: t("themeCommands.dark"),
      icon: <Moon aria-hidden />,
      run: () => setTheme("dark"),
    },
    {
      id: "theme-system",
      label: t("themeCommands.system"),
      icon: <Laptop aria-hidden />,
      run: () => setTheme("system"),
    },
    {
      id: "language",
      label: locale === "tr" ? "Switch to English" : "Türkçeye geç",
      icon: <Languages aria-hidden />,
      run: () => setLocale(locale === "tr" ? "en" : "tr"),
    },
    { id: "shortcuts", label: t("shortcuts"), icon: <Keyboard aria-hidden />, keys: "?", run: openShortcuts },
    { id: "sign-out", label: t("signOut"), icon: <LogOut aria-hidden />, run: () => void signOut() },
  ];
  const pasted = idPath
    ? [
        {
          id: "open-id",
          label: t("openId", { id: text.trim() }),
          icon: <Hash aria-hidden />,
          keys: "enter",
          run: go(idPath),
        },
      ]
    : [];

  return [
    { value: t("paletteGroups.open"), items: pasted },
    { value: t("paletteGroups.goTo"), items: goTo },
    { value: t("paletteGroups.create"), items: create },
    { value: t("paletteGroups.workspaces"), items: others },
    { value: t("paletteGroups.preferences"), items: preferences },
  ].filter((group) => group.items.length > 0);
}
