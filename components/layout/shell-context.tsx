"use client";

import { createContext, use } from "react";
import type { FindInWorkspace } from "@/components/layout/api";
import { type Permission, type Role, roleMay } from "@/lib/domain/members/role";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";

export type ShellWorkspace = {
  id: string;
  name: string;
  slug: string;
  role: Role;
  /** IANA. */
  timeZone: string;
  logoUrl?: string;
};

export type ShellUser = { name: string; email: string; imageUrl?: string };

type Shell = {
  user: ShellUser;
  workspace: ShellWorkspace;
  workspaces: readonly ShellWorkspace[];
  signOut: () => Promise<void>;
  onLocaleChange?: (locale: InterfaceLocale) => Promise<void>;
  find: FindInWorkspace;
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

/** What the API would allow; what it would refuse is not offered. */
export function useMay(permission: Permission): boolean {
  return roleMay(useShell().workspace.role, permission);
}
