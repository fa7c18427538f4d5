import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { useCopy } from "@/lib/browser/use-copy";
import { documentExchange } from "@/lib/contracts/campaigns/document-exchange";

/** Puts a campaign on the clipboard as other systems write it. */
export function useCopyAsDocument(workspace: string) {
  const t = useTranslations("campaigns.document");
  const { copy } = useCopy();
  return useMutation({
    mutationFn: async ({ id }: { id: string }) => {
      const document = await callApi(documentExchange.get, { workspace, params: { campaignId: id } });
      await copy(JSON.stringify(document, null, 2));
    },
    onSuccess: () => toast.success(t("copied")),
    onError: (error) => toastRefusal(t("notCopied"), error),
  });
}
