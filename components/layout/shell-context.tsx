"use client";

import { createContext, use } from "react";

export type ShellWorkspace = { id: string; name: string; slug: string; role: string; logoUrl?: string };

export type ShellUser = { name: string; email: string; imageUrl?: string };

type Shell = {
  user: ShellUser;
  workspace: ShellWorkspace;
  workspaces: readonly ShellWorkspace[];
  signOut: () => Promise<void>;
  onLocaleChange?: (locale: "tr" | "en") => Promise<void>;
  openPalette: () => void;
  openShortcuts: () => void;
};

export const ShellContext = createContext<Shell | null>(null);

/** The signed-in person and the workspace on the screen. */
export function useShell(): Shell {
  const shell = use(ShellContext);
  if (!shell) throw new Error("useShell needs an AppShell above it.");
  return shell;
}
