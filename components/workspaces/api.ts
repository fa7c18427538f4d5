import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import {
  createWorkspaceContract,
  deleteWorkspaceContract,
  updateWorkspaceContract,
} from "@/lib/contracts/workspaces";
import type { BodyOf, ResultOf } from "@/lib/platform/http/contract";

export type Workspace = ResultOf<typeof updateWorkspaceContract>;

export type WorkspaceChange = BodyOf<typeof updateWorkspaceContract>;

export function useCreateWorkspace() {
  return useMutation({
    mutationFn: (body: BodyOf<typeof createWorkspaceContract>) => callApi(createWorkspaceContract, { body }),
  });
}

/** The page is read again, at its new address when that has changed. */
export function useUpdateWorkspace(workspaceId: string, slug: string) {
  const router = useRouter();
  return useMutation({
    mutationFn: (body: WorkspaceChange) =>
      callApi(updateWorkspaceContract, { params: { workspaceId }, body }),
    onSuccess: (workspace) => {
      if (workspace.slug !== slug) router.replace(hrefOf(workspace.slug, "settings/workspace"));
      router.refresh();
    },
  });
}

export function useDeleteWorkspace(workspaceId: string) {
  const t = useTranslations("workspaces");
  return useMutation({
    mutationFn: () => callApi(deleteWorkspaceContract, { params: { workspaceId } }),
    onError: (error) => toastRefusal(t("failed"), error),
  });
}
