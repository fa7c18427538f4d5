"use client";

import { Keyboard, Laptop, LogOut, Moon, Sun, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { useShortcuts } from "@/components/layout/shortcut-provider";
import { useLocaleSwitch } from "@/components/layout/use-locale-switch";
import { cn } from "@/components/ui/cn";
import { Avatar } from "@/components/ui/display/avatar";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuCheckboxItem, MenuRadioGroup, MenuSeparator } from "@/components/ui/overlays/menu-group";
import { useTheme } from "@/lib/browser/use-theme";
import { interfaceLocaleOptions } from "@/lib/domain/users/interface-locale";

export function UserMenu({ collapsed = false }: { collapsed?: boolean }) {
  const t = useTranslations("shell");
  const { user, workspace, signOut, openShortcuts } = useShell();
  const shortcuts = useShortcuts();
  const [theme, setTheme] = useTheme();
  const { locale, setLocale } = useLocaleSwitch();
  const trigger = (
    <button
      type="button"
      aria-label={`${user.name}, ${t("userMenu")}`}
      className={cn(
        "flex min-w-0 items-center gap-2 rounded-md p-1.5 text-left text-sm transition-colors hover:bg-accent data-popup-open:bg-accent",
        !collapsed && "flex-1",
      )}
    >
      <Avatar name={user.name} src={user.imageUrl} size="sm" />
      {collapsed ? null : <span className="truncate">{user.name}</span>}
    </button>
  );
  return (
    <Menu trigger={trigger} side="top" align="start" className="w-60">
      <div className="px-2 pt-1.5 pb-2 text-sm">
        <p className="truncate font-medium">{user.name}</p>
        <p className="truncate text-muted-foreground text-xs">{user.email}</p>
      </div>
      <MenuItem icon={<UserRound aria-hidden />} href={hrefOf(workspace.slug, "settings/profile")}>
        {t("profile")}
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup
        label={t("theme")}
        value={theme}
        onValueChange={setTheme}
        options={[
          { value: "light", label: t("themes.light"), icon: <Sun aria-hidden /> },
          { value: "dark", label: t("themes.dark"), icon: <Moon aria-hidden /> },
          { value: "system", label: t("themes.system"), icon: <Laptop aria-hidden /> },
        ]}
      />
      <MenuSeparator />
      <MenuRadioGroup
        label={t("language")}
        value={locale}
        onValueChange={setLocale}
        options={interfaceLocaleOptions}
      />
      <MenuSeparator />
      <MenuItem icon={<Keyboard aria-hidden />} shortcut="?" onClick={openShortcuts}>
        {t("shortcuts")}
      </MenuItem>
      <MenuCheckboxItem checked={shortcuts.enabled} onCheckedChange={shortcuts.setEnabled}>
        {t("singleKeys")}
      </MenuCheckboxItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onClick={() => void signOut()}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
