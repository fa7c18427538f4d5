import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import {
  activateOfferContract,
  archiveOfferContract,
  deleteOfferContract,
  duplicateOfferContract,
  pauseOfferContract,
  unarchiveOfferContract,
} from "@/lib/contracts/coupons/offers";
import { type Offer, offerListsKey, offerOptions, offersKey } from "./api";
import { offerEditHref } from "./offer-href";

const changes = {
  activate: activateOfferContract,
  pause: pauseOfferContract,
  archive: archiveOfferContract,
  unarchive: unarchiveOfferContract,
} as const;

export type OfferAct = keyof typeof changes;

/** What takes an act back, where one press does. */
const undoOf: Partial<Record<OfferAct, OfferAct>> = { pause: "activate", archive: "unarchive" };

export type NamedOffer = Pick<Offer, "id" | "name">;

/** The acts on an offer as a whole, each with its message and, where it can be taken back, an undo. */
export function useOfferActs(workspace: string) {
  const t = useTranslations("offers.acts");
  const router = useRouter();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: offersKey(workspace) });
  const onError = (error: unknown) => {
    toastRefusal(t("failed"), error);
    return refresh();
  };
  const change = useMutation({
    mutationFn: ({ act, offer }: { act: OfferAct; offer: NamedOffer }) =>
      callApi(changes[act], { workspace, params: { offerId: offer.id } }),
    onSuccess: (offer, { act }) => {
      client.setQueryData(offerOptions(workspace, offer.id).queryKey, offer);
      const back = undoOf[act];
      const action = back && { label: t("undo"), onClick: () => change.mutate({ act: back, offer }) };
      toast.success(t(`done.${act}`, { name: offer.name }), action ? { action } : {});
      return refresh();
    },
    onError,
  });
  const duplicate = useMutation({
    mutationFn: ({ id }: NamedOffer) =>
      callApi(duplicateOfferContract, { workspace, params: { offerId: id }, body: {} }),
    onSuccess: (offer) => {
      toast.success(t("done.duplicate", { name: offer.name }));
      router.push(offerEditHref(workspace, offer.id));
      return refresh();
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: ({ id }: NamedOffer) => callApi(deleteOfferContract, { workspace, params: { offerId: id } }),
    onSuccess: (_, { name }) => {
      toast.success(t("done.delete", { name }));
      return client.invalidateQueries({ queryKey: offerListsKey(workspace) });
    },
    onError,
  });
  return { change, duplicate, remove };
}
