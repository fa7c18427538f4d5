import type { UserIdentity } from "@/db/queries/system/identity";
import type { MemberWorkspace } from "@/db/queries/system/member-workspaces";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { newId } from "@/lib/platform/ids";
import { foundWorkspace, type WorkspaceInput } from "./found-workspace";

type Input = Omit<WorkspaceInput, "locale" | "timeZone"> &
  Partial<Pick<WorkspaceInput, "locale" | "timeZone">>;

/** Language and zone are the founder's unless they say otherwise. */
export async function createWorkspace(
  visitor: VisitorContext,
  user: UserIdentity,
  input: Input,
): Promise<MemberWorkspace> {
  const ctx = visitor.inWorkspace(newId(), { kind: "user", id: user.id, name: user.name, role: "owner" });
  const workspace = await ctx.transaction((tx) =>
    foundWorkspace(tx, {
      name: input.name,
      slug: input.slug,
      locale: input.locale ?? user.locale,
      timeZone: input.timeZone ?? user.timeZone,
      consentMode: input.consentMode,
    }),
  );
  return { ...workspace, role: "owner", lastActiveAt: null };
}
