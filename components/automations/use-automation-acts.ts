import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import {
  archiveAutomationContract,
  createAutomationContract,
  deleteAutomationContract,
  pauseAutomationContract,
  publishAutomationContract,
  resumeAutomationContract,
} from "@/lib/contracts/automations/automations";
import type { BodyOf } from "@/lib/platform/http/contract";
import {
  type Automation,
  type AutomationSummary,
  automationListsKey,
  automationOptions,
  automationsKey,
} from "./api";
import { automationHref } from "./automation-href";

const changes = {
  pause: pauseAutomationContract,
  resume: resumeAutomationContract,
  archive: archiveAutomationContract,
} as const;

type Named = Pick<AutomationSummary, "id" | "name">;

type Change = { act: keyof typeof changes; automation: Named };

/** The acts on an automation as a whole, each with its message. */
export function useAutomationActs(workspace: string) {
  const t = useTranslations("automations.acts");
  const router = useRouter();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: automationsKey(workspace) });
  const onError = (error: unknown) => {
    toastRefusal(t("failed"), error);
    return refresh();
  };
  const onChanged = (automation: Automation) => {
    client.setQueryData(automationOptions(workspace, automation.id).queryKey, automation);
    return refresh();
  };
  const create = useMutation({
    mutationFn: (body: BodyOf<typeof createAutomationContract>) =>
      callApi(createAutomationContract, { workspace, body }),
    onSuccess: (automation) => {
      router.push(automationHref(workspace, automation.id));
      return onChanged(automation);
    },
    onError: (error) => toastRefusal(t("createFailed"), error),
  });
  const change = useMutation({
    mutationFn: ({ act, automation }: Change) =>
      callApi(changes[act], { workspace, params: { automationId: automation.id } }),
    onSuccess: (automation, { act }) => {
      toast.success(t(`done.${act}`, { name: automation.name }));
      return onChanged(automation);
    },
    onError,
  });
  const publish = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      callApi(publishAutomationContract, { workspace, params: { automationId: id }, body: { version } }),
    onSuccess: (automation) => {
      toast.success(t("done.publish", { name: automation.name }));
      return onChanged(automation);
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Named) =>
      callApi(deleteAutomationContract, { workspace, params: { automationId: id } }),
    onSuccess: (_, { name }) => {
      toast.success(t("done.delete", { name }));
      return client.invalidateQueries({ queryKey: automationListsKey(workspace) });
    },
    onError,
  });
  return { create, change, publish, remove };
}
