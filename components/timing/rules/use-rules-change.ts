import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { useUpdateWorkspace, type Workspace, type WorkspaceChange } from "@/components/workspaces/api";

export type RulesSectionProps = { workspace: Workspace; mayChange: boolean };

type RulesChange = NonNullable<WorkspaceChange["sendingRules"]>;
type Told = { title: string; undo?: { label: string; onClick: () => void } };

/** Stores a part of the sending rules and says so; true when it is stored. */
export function useRulesChange({ id, slug }: Workspace) {
  const t = useTranslations("timing.rules");
  const update = useUpdateWorkspace(id, slug);
  const save = async (sendingRules: RulesChange, { title, undo }: Told = { title: t("saved") }) => {
    try {
      await update.mutateAsync({ sendingRules });
      toast.success(title, undo ? { action: undo } : {});
      return true;
    } catch (error) {
      toastRefusal(t("failed"), error);
      return false;
    }
  };
  return { save, isSaving: update.isPending };
}
