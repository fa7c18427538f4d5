import { useMutation } from "@tanstack/react-query";
import type { PickedContact } from "@/components/contacts/contact-picker";
import { callApi } from "@/lib/browser/api-client";
import { testCampaignAtAddressContract, testCampaignContract } from "@/lib/contracts/campaigns/campaign-acts";

/** The stored draft, to a contact or to an address that somebody typed. */
export function useTestSend(workspace: string, campaignId: string, onBeforeSend: () => Promise<boolean>) {
  const params = { campaignId };
  const store = async () => {
    if (!(await onBeforeSend())) throw new Error("unsaved");
  };
  const toContact = useMutation({
    mutationFn: async ({ id }: PickedContact) => {
      await store();
      return callApi(testCampaignContract, { workspace, params, body: { contactIds: [id] } });
    },
  });
  const toAddress = useMutation({
    mutationFn: async ({ to, as }: { to: string; as: PickedContact | null }) => {
      await store();
      const body = { to, ...(as ? { contactId: as.id } : {}) };
      return callApi(testCampaignAtAddressContract, { workspace, params, body });
    },
  });
  const reset = () => {
    toContact.reset();
    toAddress.reset();
  };
  return { toContact, toAddress, reset };
}
