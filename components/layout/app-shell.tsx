"use client";

import { type ReactNode, useState } from "react";
import type { FindInWorkspace } from "@/components/layout/api";
import { CommandPalette } from "@/components/layout/command-palette";
import { MobileBar } from "@/components/layout/mobile-bar";
import { ShellContext, type ShellUser, type ShellWorkspace } from "@/components/layout/shell-context";
import { ShellShortcuts } from "@/components/layout/shell-shortcuts";
import { ShortcutProvider } from "@/components/layout/shortcut-provider";
import { ShortcutsDialog } from "@/components/layout/shortcuts-dialog";
import { Sidebar } from "@/components/layout/sidebar";
import { SkipLink } from "@/components/layout/skip-link";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";

export type AppShellProps = {
  user: ShellUser;
  /** The workspace of the URL; `role` is the user's in it. */
  workspace: ShellWorkspace;
  /** All of the user's workspaces, most recent first. */
  workspaces: readonly ShellWorkspace[];
  /** A server action or a client function. */
  signOut: () => Promise<void>;
  /** Keeps the language with the user as well as in the cookie. */
  onLocaleChange?: (locale: InterfaceLocale) => Promise<void>;
  /** What the palette finds besides commands. */
  find: FindInWorkspace;
  /** From the cookies `sidebar` and `shortcuts`, so that the first paint is right. */
  sidebarCollapsed?: boolean;
  shortcutsEnabled?: boolean;
  /** A client component that queries the jobs and renders `TaskTray`. */
  tasks?: ReactNode;
  /** One line above every page, such as "Sandbox: nothing leaves this machine". */
  banner?: ReactNode;
  children: ReactNode;
};

export function AppShell(props: AppShellProps) {
  const { user, workspace, workspaces, signOut, onLocaleChange, find, tasks, banner, children } = props;
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [shortcutsOpen, setShortcutsOpen] = useState(false);
  const shell = {
    user,
    workspace,
    workspaces,
    signOut,
    onLocaleChange,
    find,
    openPalette: () => setPaletteOpen(true),
    openShortcuts: () => setShortcutsOpen(true),
  };
  return (
    <ShellContext value={shell}>
      <ShortcutProvider initialEnabled={props.shortcutsEnabled ?? true}>
        {/* Before the page, so that what the page binds comes later and wins. */}
        <ShellShortcuts />
        <SkipLink />
        <div className="flex min-h-dvh max-lg:flex-col">
          <Sidebar initialCollapsed={props.sidebarCollapsed ?? false} tasks={tasks} />
          <MobileBar tasks={tasks} />
          <div className="min-w-0 flex-1">
            {banner}
            <main
              id="content"
              tabIndex={-1}
              className="mx-auto w-full max-w-[84rem] px-4 pb-16 outline-none sm:px-6 lg:px-8"
            >
              {children}
            </main>
          </div>
        </div>
        <CommandPalette open={paletteOpen} onOpenChange={setPaletteOpen} />
        <ShortcutsDialog open={shortcutsOpen} onOpenChange={setShortcutsOpen} />
      </ShortcutProvider>
    </ShellContext>
  );
}
