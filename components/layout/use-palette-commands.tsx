"use client";

import { Building2, Hash, Keyboard, Languages, Laptop, LogOut, Moon, Plus, Sun } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Find } from "@/components/layout/api";
import { creationsOf, findPathOfId, hrefOf, navigationOf, sectionHref } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { useLocaleSwitch } from "@/components/layout/use-locale-switch";
import { useTheme } from "@/lib/browser/use-theme";

export type Command = {
  id: string;
  label: string;
  icon: ReactNode;
  detail?: string;
  keys?: string;
  /** It is meant whatever its label says: it was found, or pasted. */
  isMeant?: boolean;
  run: () => void;
};

export type CommandGroup = { value: string; items: Command[] };

/** What the palette offers for the text typed so far; a pasted id comes first. */
export function usePaletteCommands(text: string, finds: readonly Find[]): CommandGroup[] {
  const t = useTranslations("shell.paletteGroups");
  const { pasted, goTo, create } = usePageCommands(text);
  const groups = [
    { value: t("open"), items: pasted },
    { value: t("goTo"), items: goTo },
    { value: t("create"), items: create },
    ...useFindGroups(finds),
    { value: t("workspaces"), items: useWorkspaceCommands() },
    { value: t("preferences"), items: usePreferenceCommands() },
  ];
  return groups.filter((group) => group.items.length > 0);
}

function usePageCommands(text: string): Record<"pasted" | "goTo" | "create", Command[]> {
  const t = useTranslations("shell");
  const router = useRouter();
  const { workspace } = useShell();
  const go = (path: string) => () => router.push(hrefOf(workspace.slug, path));
  const idPath = findPathOfId(text);
  const items = navigationOf(workspace.role).flatMap((group) => group.items);
  const openId = {
    id: "open-id",
    label: t("openId", { id: text.trim() }),
    icon: <Hash aria-hidden />,
    keys: "enter",
    isMeant: true,
  };
  return {
    pasted: idPath ? [{ ...openId, run: go(idPath) }] : [],
    goTo: items.map((item) => ({
      id: `go-${item.id}`,
      label: t(`navigation.${item.id}`),
      icon: <item.icon aria-hidden />,
      keys: item.key ? `g ${item.key}` : undefined,
      run: go(item.path),
    })),
    create: creationsOf(workspace.role).map((item) => ({
      id: `create-${item.id}`,
      label: t(`creations.${item.id}`),
      icon: <Plus aria-hidden />,
      run: go(item.path),
    })),
  };
}

/** One group a section, in the order they were found. */
function useFindGroups(finds: readonly Find[]): CommandGroup[] {
  const t = useTranslations("shell.navigation");
  const router = useRouter();
  const { workspace } = useShell();
  const items = navigationOf(workspace.role).flatMap((group) => group.items);
  return [...Map.groupBy(finds, ({ section }) => section)].map(([section, found]) => {
    const Icon = items.find(({ id }) => id === section)?.icon ?? Hash;
    return {
      value: t(section),
      items: found.map(({ id, label, detail, path }) => ({
        id: `find-${id}`,
        label,
        detail,
        icon: <Icon aria-hidden />,
        isMeant: true,
        run: () => router.push(hrefOf(workspace.slug, path)),
      })),
    };
  });
}

function useWorkspaceCommands(): Command[] {
  const t = useTranslations("shell");
  const router = useRouter();
  const pathname = usePathname();
  const { workspace, workspaces } = useShell();
  const others = workspaces.filter((item) => item.id !== workspace.id);
  return others.map((item) => ({
    id: `workspace-${item.id}`,
    label: t("switchTo", { name: item.name }),
    icon: <Building2 aria-hidden />,
    run: () => router.push(sectionHref(pathname, workspace.slug, item.slug)),
  }));
}

function usePreferenceCommands(): Command[] {
  const t = useTranslations("shell");
  const { openShortcuts, signOut } = useShell();
  const [, setTheme] = useTheme();
  const { locale, setLocale } = useLocaleSwitch();
  const themes = { light: Sun, dark: Moon, system: Laptop } as const;
  const names = ["light", "dark", "system"] as const;
  return [
    ...names.map((theme) => {
      const Icon = themes[theme];
      const label = t(`themeCommands.${theme}`);
      return { id: `theme-${theme}`, label, icon: <Icon aria-hidden />, run: () => setTheme(theme) };
    }),
    {
      id: "language",
      label: locale === "tr" ? "Switch to English" : "Türkçeye geç",
      icon: <Languages aria-hidden />,
      run: () => setLocale(locale === "tr" ? "en" : "tr"),
    },
    { id: "shortcuts", label: t("shortcuts"), icon: <Keyboard aria-hidden />, keys: "?", run: openShortcuts },
    { id: "sign-out", label: t("signOut"), icon: <LogOut aria-hidden />, run: () => void signOut() },
  ];
}
