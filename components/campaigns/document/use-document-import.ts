import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendText } from "@/lib/browser/api-client";
import { documentExchange, previewDocumentContract } from "@/lib/contracts/campaigns/document-exchange";
import type { ResultOf } from "@/lib/platform/http/contract";
import { campaignsKey } from "../api";

export type DocumentPreview = ResultOf<typeof previewDocumentContract>;
export type MadeOfDocument = ResultOf<typeof documentExchange.create>;

/** Looks at a pasted document first, and makes of it what it says then. */
export function useDocumentImport(workspace: string, onMade: (made: MadeOfDocument) => void) {
  const client = useQueryClient();
  const look = useMutation({
    mutationFn: (text: string) => sendText(previewDocumentContract, { workspace, text }),
  });
  const create = useMutation({
    mutationFn: (text: string) => sendText(documentExchange.create, { workspace, text }),
    onSuccess: (made) => {
      onMade(made);
      return client.invalidateQueries({ queryKey: campaignsKey(workspace) });
    },
  });
  return { look, create };
}
