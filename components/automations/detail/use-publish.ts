import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { getAutomationContract } from "@/lib/contracts/automations/automations";
import { type Automation, automationOptions } from "../api";
import type { OpenAutomation } from "../editor/use-automation-draft";
import { useAutomationActs } from "../use-automation-acts";
import { problemListId } from "./problem-list";

/** Stores what is open, looks at what stands in the way, and asks before it goes live. */
export function usePublish(workspace: string, open: OpenAutomation, automation: Automation) {
  const t = useTranslations("automations.publish");
  const client = useQueryClient();
  const { publish } = useAutomationActs(workspace);
  const [isAsking, setAsking] = useState(false);
  const check = useMutation({
    mutationFn: async () => {
      if (!(await open.flush())) return undefined;
      return callApi(getAutomationContract, { workspace, params: { automationId: automation.id } });
    },
    onSuccess: (stored) => {
      if (!stored) return;
      client.setQueryData(automationOptions(workspace, stored.id).queryKey, stored);
      const obstacles = stored.problems.filter(({ severity }) => severity === "blocking");
      if (obstacles.length === 0) return setAsking(true);
      toast.warning(t("notYet", { count: obstacles.length }));
      document.getElementById(problemListId)?.focus();
    },
    onError: (error) => toastRefusal(t("failed"), error),
  });
  return {
    ask: () => (open.unfinished.some() ? toast.warning(t("unfinishedAudience")) : check.mutate()),
    isChecking: check.isPending,
    isAsking,
    close: () => setAsking(false),
    confirm: () => publish.mutateAsync({ id: automation.id, version: open.read().version }),
  };
}

export type Publish = ReturnType<typeof usePublish>;
