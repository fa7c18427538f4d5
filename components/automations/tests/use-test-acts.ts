import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import {
  createAutomationTestContract,
  deleteAutomationTestContract,
  updateAutomationTestContract,
} from "@/lib/contracts/automations/automation-tests";
import type { BodyOf } from "@/lib/platform/http/contract";
import { type AutomationTest, testsOptions } from "../api";

export type TestBody = BodyOf<typeof createAutomationTestContract>;

export function useTestActs(workspace: string, automationId: string) {
  const t = useTranslations("automations.tests");
  const client = useQueryClient();
  const refresh = () =>
    client.invalidateQueries({ queryKey: testsOptions(workspace, automationId).queryKey });
  const save = useMutation({
    mutationFn: ({ testId, body }: { testId: string | undefined; body: TestBody }) =>
      testId === undefined
        ? callApi(createAutomationTestContract, { workspace, params: { automationId }, body })
        : callApi(updateAutomationTestContract, { workspace, params: { automationId, testId }, body }),
    onSuccess: refresh,
    onError: (error) => toastRefusal(t("saveFailed"), error),
  });
  const remove = useMutation({
    mutationFn: ({ id: testId }: AutomationTest) =>
      callApi(deleteAutomationTestContract, { workspace, params: { automationId, testId } }),
    onSuccess: (_, { name, scenario }) => {
      const undo = () => save.mutate({ testId: undefined, body: { name, scenario } });
      toast.success(t("removed", { name }), { action: { label: t("undo"), onClick: undo } });
      return refresh();
    },
    onError: (error) => toastRefusal(t("removeFailed"), error),
  });
  return { save, remove };
}
