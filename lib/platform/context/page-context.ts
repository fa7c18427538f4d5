import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { database } from "@/db/client";
import { findUser, type UserIdentity } from "@/db/queries/system/identity";
import {
  type MemberWorkspace,
  unsafeAcrossWorkspacesFindRenamed,
  unsafeAcrossWorkspacesListWorkspacesOf,
} from "@/db/queries/system/member-workspaces";
import { SystemScope, WorkspaceScope } from "@/db/scope";
import type { Role } from "@/lib/domain/members/role";
import { readSession } from "@/lib/platform/auth/session";
import { safeReturnPath } from "@/lib/platform/http/safe-return-path";
import { noteActivity } from "./note-activity";
import { WorkspaceContext } from "./workspace-context";

/** What a server component of the dashboard works with. */
export type PageContext = {
  ctx: WorkspaceContext;
  workspace: MemberWorkspace;
  user: UserIdentity;
  role: Role;
  /** All of the person's workspaces, the one used last first. */
  workspaces: MemberWorkspace[];
};

/** The signed-in person, if any; read once a request. */
export const findCurrentUser = cache(async (): Promise<UserIdentity | undefined> => {
  const session = await readSession((await headers()).get("cookie"));
  if (!session) return undefined;
  const user = await findUser(SystemScope.mint(database()), session.userId);
  return user?.sessionEpoch === session.sessionEpoch ? user : undefined;
});

/** The signed-in person; strangers go to the sign-in page and come back to `from` afterwards. */
export async function requireUser(from = "/"): Promise<UserIdentity> {
  const user = await findCurrentUser();
  if (!user) redirect(`/sign-in?from=${encodeURIComponent(from)}`);
  return user;
}

export const listCurrentWorkspaces = cache(
  async (userId: string): Promise<MemberWorkspace[]> =>
    unsafeAcrossWorkspacesListWorkspacesOf(SystemScope.mint(database()), userId),
);

/**
 * A workspace of somebody else is answered like one that does not exist.
 * Strangers come back to the path that `proxy.ts` notes in `x-pathname`, else to its start page.
 */
export const requireWorkspace = cache(async (slug: string): Promise<PageContext> => {
  const path = (await headers()).get("x-pathname");
  const user = await requireUser(path ?? `/${slug}`);
  const workspaces = await listCurrentWorkspaces(user.id);
  const workspace =
    workspaces.find((known) => known.slug === slug) ?? (await followRename(user.id, slug, path));
  const visitor = { workspaceId: workspace.id, userId: user.id, lastActiveAt: workspace.lastActiveAt };
  await noteActivity(database(), visitor, workspace !== workspaces[0]);
  const ctx = new WorkspaceContext({
    scope: WorkspaceScope.mint(database(), workspace.id),
    actor: { kind: "user", id: user.id, name: user.name, role: workspace.role },
  });
  return { ctx, workspace, user, role: workspace.role, workspaces };
});

async function followRename(userId: string, slug: string, path: string | null): Promise<never> {
  const renamed = await unsafeAcrossWorkspacesFindRenamed(SystemScope.mint(database()), userId, slug);
  if (renamed) redirect(safeReturnPath((path ?? `/${slug}`).replace(/^\/[^/?]+/, `/${renamed.slug}`)));
  notFound();
}
