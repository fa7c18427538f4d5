"use client";

import { JobsTray } from "@/components/jobs/jobs-tray";
import { AppShell, type AppShellProps } from "@/components/layout/app-shell";
import { callApi } from "@/lib/browser/api-client";
import { RealtimeProvider } from "@/lib/browser/realtime/realtime-provider";
import { updateProfileContract } from "@/lib/contracts/users";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { findInWorkspace } from "./find-in-workspace";

/** The shell for a signed-in person: the language they choose stays with their account. */
export function WorkspaceShell(props: Omit<AppShellProps, "onLocaleChange" | "find">) {
  const keepLocale = async (locale: InterfaceLocale) => {
    await callApi(updateProfileContract, { body: { locale } });
  };
  return (
    <RealtimeProvider workspace={props.workspace.slug}>
      <AppShell
        tasks={<JobsTray />}
        {...props}
        onLocaleChange={keepLocale}
        find={(text, signal) => findInWorkspace(props.workspace, text, signal)}
      />
    </RealtimeProvider>
  );
}
