"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { jobsKey } from "@/components/jobs/api";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useShell } from "@/components/layout/shell-context";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { Field } from "@/components/ui/forms/field";
import { FormSection } from "@/components/ui/forms/form-section";
import { Input } from "@/components/ui/forms/input";
import { NumberField } from "@/components/ui/forms/number-field";
import { callApi } from "@/lib/browser/api-client";
import { randomId } from "@/lib/browser/random-id";
import { useSettled } from "@/lib/browser/use-settled";
import { createBatchContract } from "@/lib/contracts/coupons/batches";
import { batchNameCharsMax, codesPerBatchMax, honeytokensMax } from "@/lib/domain/coupons/batches/batch";
import { batchesKey, batchPreviewOptions } from "./api";
import { type BatchDraft, designOf, emptyDraft } from "./batch-draft";
import { batchHref } from "./batch-href";
import { BatchReview } from "./batch-review";
import { DesignFields } from "./design-fields";
import { OfferField } from "./offer-field";
import { useDesignProblems } from "./use-design-problems";

/** Offer, design, quantity, and what will come of them, all in sight. */
export function NewBatchScreen({ offerId }: { offerId: string | null }) {
  const t = useTranslations("batches.new");
  const { slug } = useShell().workspace;
  const [draft, setDraft] = useState<BatchDraft>({ ...emptyDraft, offerId });
  const [isAsked, setAsked] = useState(false);
  const change = (part: Partial<BatchDraft>) => setDraft({ ...draft, ...part });
  const body = useSettled({ design: designOf(draft), quantity: draft.quantity });
  const preview = useQuery(batchPreviewOptions(slug, body));
  const problems = useDesignProblems(preview.error, preview.data?.refusal ?? null);
  const create = useCreateBatch(slug);
  const submit = () => {
    setAsked(true);
    if (!draft.offerId || Object.keys(problems).length > 0) return;
    const { name, quantity, honeytokens } = draft;
    create.mutate({ offerId: draft.offerId, name, quantity, honeytokens, design: designOf(draft) });
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumbs={[{ label: t("crumb"), href: hrefOf(slug, "coupons/batches") }]}
      />
      <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <FormSection title={t("offerStep")} description={t("offerHelp")}>
            <OfferField
              value={draft.offerId}
              onValueChange={(id) => change({ offerId: id })}
              isMissing={isAsked && !draft.offerId}
            />
            <Field label={t("name")} help={t("nameHelp")} optional>
              <Input
                value={draft.name}
                maxLength={batchNameCharsMax}
                onChange={(event) => change({ name: event.target.value })}
              />
            </Field>
          </FormSection>
          <FormSection title={t("designStep")} description={t("designHelp")}>
            <DesignFields draft={draft} onChange={change} problems={problems} />
          </FormSection>
          <FormSection title={t("quantityStep")} description={t("quantityHelp")}>
            <Field label={t("quantity")} {...(problems.quantity ? { error: problems.quantity } : {})}>
              <NumberField
                value={draft.quantity}
                min={1}
                max={codesPerBatchMax}
                onValueChange={(quantity) => change({ quantity: quantity ?? 1 })}
              />
            </Field>
            <Field label={t("honeytokens")} help={t("honeytokensHelp")} optional>
              <NumberField
                value={draft.honeytokens}
                min={0}
                max={honeytokensMax}
                onValueChange={(honeytokens) => change({ honeytokens: honeytokens ?? 0 })}
              />
            </Field>
          </FormSection>
        </div>
        <BatchReview
          preview={preview.isError ? undefined : preview.data}
          isStale={preview.isPlaceholderData || preview.isFetching}
          quantity={draft.quantity}
          hasProblems={Object.keys(problems).length > 0}
          isCreating={create.isPending}
          onCreate={submit}
        />
      </div>
    </>
  );
}

function useCreateBatch(slug: string) {
  const t = useTranslations("batches.new");
  const router = useRouter();
  const client = useQueryClient();
  const [idempotencyKey] = useState(randomId);
  return useMutation({
    mutationFn: (body: Parameters<typeof callApi<typeof createBatchContract>>[1]["body"]) =>
      callApi(createBatchContract, { workspace: slug, body, idempotencyKey }),
    onSuccess: ({ batch }) => {
      void client.invalidateQueries({ queryKey: batchesKey(slug) });
      void client.invalidateQueries({ queryKey: jobsKey(slug) });
      router.push(batchHref(slug, batch.id));
    },
    onError: (error) => toastRefusal(t("failed"), error),
  });
}
