import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { fieldErrorsOf } from "@/lib/browser/field-errors";
import {
  activatePlanContract,
  createPlanContract,
  deactivatePlanContract,
  deletePlanContract,
  orderPlansContract,
  updatePlanContract,
} from "@/lib/contracts/coupons/plans";
import { type NewPlan, type Plan, type PlanChange, plansKey } from "./api";

type Named = Pick<Plan, "id" | "name">;

/** The acts on plans, each with its message and, where it can be taken back, an undo. */
export function usePlanActs(workspace: string) {
  const t = useTranslations("plans.acts");
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: plansKey(workspace) });
  const onError = (error: unknown) => {
    toastRefusal(t("failed"), error);
    return refresh();
  };
  const save = useMutation({
    mutationFn: ({ plan, body }: { plan: Plan | undefined; body: NewPlan }) => {
      if (!plan) return callApi(createPlanContract, { workspace, body });
      const change: PlanChange = { ...body, version: plan.version };
      return callApi(updatePlanContract, { workspace, params: { planId: plan.id }, body: change });
    },
    onSuccess: ({ name }) => {
      toast.success(t("saved", { name }));
      return refresh();
    },
    onError: (error) => {
      if (Object.keys(fieldErrorsOf(error)).length === 0) toastRefusal(t("failed"), error);
    },
  });
  const activate = useMutation({
    mutationFn: ({ id }: Named) => callApi(activatePlanContract, { workspace, params: { planId: id } }),
    onSuccess: ({ name }) => {
      toast.success(t("activated", { name }));
      return refresh();
    },
    onError,
  });
  const deactivate = useMutation({
    mutationFn: ({ id }: Named) => callApi(deactivatePlanContract, { workspace, params: { planId: id } }),
    onSuccess: (plan) => {
      const action = { label: t("undo"), onClick: () => activate.mutate(plan) };
      toast.success(t("deactivated", { name: plan.name }), { action });
      return refresh();
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Named) => callApi(deletePlanContract, { workspace, params: { planId: id } }),
    onSuccess: (_, { name }) => {
      toast.success(t("deleted", { name }));
      return refresh();
    },
    onError,
  });
  const reorder = useMutation({
    mutationFn: (planIds: string[]) => callApi(orderPlansContract, { workspace, body: { planIds } }),
    onSuccess: refresh,
    onError,
  });
  return { save, activate, deactivate, remove, reorder };
}
