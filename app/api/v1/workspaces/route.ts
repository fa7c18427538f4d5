import { createWorkspaceContract, listWorkspacesContract } from "@/lib/contracts/workspaces";
import { createWorkspace } from "@/lib/domain/workspaces/create-workspace";
import { listWorkspaces } from "@/lib/domain/workspaces/list-workspaces";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const GET = route(listWorkspacesContract, ({ user, origin }) =>
  listWorkspaces(visitorFrom(origin), user),
);
export const POST = route(createWorkspaceContract, ({ user, body, origin }) =>
  createWorkspace(visitorFrom(origin), user, body),
);
