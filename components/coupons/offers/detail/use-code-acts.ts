import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { fieldErrorsOf } from "@/lib/browser/field-errors";
import { addCodeContract, updateCodeContract } from "@/lib/contracts/coupons/codes";
import type { BodyOf } from "@/lib/platform/http/contract";
import { type CouponCode, offersKey } from "../api";

type NewCode = BodyOf<typeof addCodeContract>;
type CodeChange = BodyOf<typeof updateCodeContract>;

export function useCodeActs(workspace: string, offerId: string) {
  const t = useTranslations("offers.codes");
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: offersKey(workspace) });
  const add = useMutation({
    mutationFn: (body: NewCode) => callApi(addCodeContract, { workspace, params: { offerId }, body }),
    onSuccess: ({ code }) => {
      toast.success(t("added", { code }));
      return refresh();
    },
    onError: (error) => {
      if (Object.keys(fieldErrorsOf(error)).length === 0) toastRefusal(t("failed"), error);
    },
  });
  const change = useMutation({
    mutationFn: ({ code, ...body }: CodeChange & Pick<CouponCode, "code">) =>
      callApi(updateCodeContract, { workspace, params: { code }, body }),
    onSuccess: ({ code, isDisabled }, asked) => {
      if (asked.isDisabled === undefined) toast.success(t("assigned", { code }));
      else {
        const undo = () => change.mutate({ code, isDisabled: !isDisabled });
        const action = { label: t("undo"), onClick: undo };
        toast.success(t(isDisabled ? "disabled" : "enabled", { code }), { action });
      }
      return refresh();
    },
    onError: (error) => toastRefusal(t("failed"), error),
  });
  return { add, change };
}
