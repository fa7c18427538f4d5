import {
  deleteWorkspaceContract,
  getWorkspaceContract,
  updateWorkspaceContract,
} from "@/lib/contracts/workspaces";
import { deleteWorkspace } from "@/lib/domain/workspaces/delete-workspace";
import { getWorkspace } from "@/lib/domain/workspaces/get-workspace";
import { updateWorkspace } from "@/lib/domain/workspaces/update-workspace";
import { route } from "@/lib/platform/http/route";

export const GET = route(getWorkspaceContract, ({ ctx }) => getWorkspace(ctx));
export const PATCH = route(updateWorkspaceContract, ({ ctx, body }) => updateWorkspace(ctx, body));
export const DELETE = route(deleteWorkspaceContract, ({ ctx }) => deleteWorkspace(ctx));
