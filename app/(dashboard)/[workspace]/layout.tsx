import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { signOut } from "@/app/(auth)/sign-out/sign-out";
import { SendingStoppedBanner } from "@/components/workspaces/sending-stopped-banner";
import { WorkspaceShell } from "@/components/workspaces/workspace-shell";
import { cookieNames } from "@/lib/browser/preferences";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace, workspaces, user } = await requireWorkspace((await params).workspace);
  const store = await cookies();
  return (
    <WorkspaceShell
      user={{ name: user.name, email: user.email }}
      workspace={shown(workspace)}
      workspaces={workspaces.map(shown)}
      signOut={signOut}
      sidebarCollapsed={store.get(cookieNames.sidebar)?.value === "collapsed"}
      shortcutsEnabled={store.get(cookieNames.shortcuts)?.value !== "off"}
      banner={workspace.sendingStoppedAt ? <SendingStoppedBanner slug={workspace.slug} /> : null}
    >
      {children}
    </WorkspaceShell>
  );
}

type Shown = Awaited<ReturnType<typeof requireWorkspace>>["workspace"];

const shown = ({ id, name, slug, role, timeZone }: Shown) => ({ id, name, slug, role, timeZone });
