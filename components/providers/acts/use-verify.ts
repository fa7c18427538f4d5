"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { detailOf } from "@/lib/browser/field-errors";
import { useAnswerWords } from "../answer/use-answer-words";
import { type Provider, useProviderActs } from "../api";

/** Tests the connection and tells the answer where the person is. */
export function useVerify(workspace: string) {
  const t = useTranslations("providers.verify");
  const { verify } = useProviderActs(workspace);
  const answerWords = useAnswerWords();
  const wordsWith = (raw: string) => [answerWords(raw), raw].filter(Boolean).join(" · ");
  const run = async ({ id, name }: Pick<Provider, "id" | "name">): Promise<void> => {
    try {
      const { isOk, code, detail } = await verify.mutateAsync(id);
      if (isOk) toast.success(t("ok", { name }), { description: detail });
      else toast.error(t("failed", { name }), { description: wordsWith(`${code}: ${detail}`) });
    } catch (error) {
      toast.error(t("failed", { name }), { description: detailOf(error) });
    }
  };
  return { run, isRunning: verify.isPending };
}
