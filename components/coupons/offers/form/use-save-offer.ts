import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { fieldErrorsOf } from "@/lib/browser/field-errors";
import {
  createOfferContract,
  previewImpactContract,
  updateOfferContract,
} from "@/lib/contracts/coupons/offers";
import { type Impact, type Offer, offersKey } from "../api";
import { offerHref } from "../offer-href";
import { bodyOf, type OfferDraft } from "./offer-draft";

export const flippedOf = ({ redemptions, holds }: Impact): number => redemptions.flipped + holds.flipped;

/** Saves a draft at once; of what was used, what the change would have refused is asked first. */
export function useSaveOffer(workspace: string, offer: Offer | undefined, onAsk: (impact: Impact) => void) {
  const t = useTranslations("offers.acts");
  const router = useRouter();
  const client = useQueryClient();
  const onError = (error: unknown) => {
    // What is wrong with fields stands at them and beside the button, which a toast would cover.
    if (Object.keys(fieldErrorsOf(error)).length === 0) toastRefusal(t("failed"), error);
  };
  const save = useMutation({
    mutationFn: (draft: OfferDraft) => {
      const body = bodyOf(draft);
      if (!offer) return callApi(createOfferContract, { workspace, body });
      const { id, version } = offer;
      return callApi(updateOfferContract, { workspace, params: { offerId: id }, body: { ...body, version } });
    },
    onSuccess: async ({ id, name }) => {
      toast.success(t(offer ? "done.save" : "done.create", { name }));
      await client.invalidateQueries({ queryKey: offersKey(workspace) });
      router.push(offerHref(workspace, id));
    },
    onError,
  });
  const ask = useMutation({
    mutationFn: (draft: OfferDraft) =>
      callApi(previewImpactContract, {
        workspace,
        params: { offerId: offer?.id ?? "" },
        body: bodyOf(draft),
      }),
    onSuccess: (impact, draft) => (flippedOf(impact) > 0 ? onAsk(impact) : save.mutate(draft)),
    onError,
  });
  const submit = (draft: OfferDraft) => (offer && offer.taken > 0 ? ask.mutate(draft) : save.mutate(draft));
  return {
    submit,
    saveAnyway: save.mutateAsync,
    isPending: save.isPending || ask.isPending || save.isSuccess,
    isSaved: save.isSuccess,
    error: save.error ?? ask.error,
  };
}
